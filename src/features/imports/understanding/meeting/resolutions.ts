import { fold } from '../../../../platform/search/index.ts'
import type { SettledDate } from '../dates/settled-dates.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { type Outline, type Sentence, sectionsAbove, type Unit } from '../outline.ts'
import type { PersonMention } from '../people/person-mention.ts'
import type { ReadResolution } from '../reading.ts'
import { cellPlain, readColumns } from '../ties/columns.ts'
import { tablesOf } from '../ties/table-ties.ts'

const decisionTitle =
  /decision|suites? a donner|releve de|points? d'accord|conclusion|prochaines etapes|actions?\b|a faire|engagements|(?:qui|points?|il) (?:a|ont|est) (?:ete )?(?:arrete|decide|convenu|acte)|arretee?s?\b|retenue?s?\b|feuille de route|qui fait quoi|taches|next steps|action points|actions agreed|to do|결정|조치|향후 ?(?:계획|일정)|합의|후속/
const proposalTitle = /proposition|suggestion|pistes|proposal|제안|건의/
const decides =
  /(?:il est|a ete|est) (?:decide|convenu|acte|entendu|arrete)|\bdecide(?:nt)? (?:de|d'|que)|sera prevu|s'engage(?:nt)? a|se charge(?:ra)?(?:nt)? d|it was (?:decided|agreed)|(?:decided|agreed) (?:to|that)|하기로 (?:하였|했|결정|합의)|결정하였|의결하였/
const proposes =
  /propos\w+|suggere|il serait (?:souhaitable|utile|necessaire|interessant)|il (?:est|faut|faudra|faudrait|nous faudra) |pourra(?:it|ient|ient etre)?\b|devrai(?:t|ent)|serai(?:t|ent) l'occasion|il est preferable|proposed|suggest|should|제안|건의|요청/

/** « Extrait du registre des délibérations du conseil municipal »: a council resolves, whether or not it is told when it met. */
export const isDeliberation = ({ units }: Outline) =>
  units
    .slice(0, 10)
    .some(({ plain }) =>
      /deliberation|conseil (?:municipal|communautaire|departemental|regional)/.test(plain),
    ) && units.some(({ plain }) => orders.test(plain))

/** What the participants decided and what they proposed, in reading order. */
export function readResolutions(
  outline: Outline,
  mentions: Mentions,
  persons: readonly PersonMention[],
  datesOf: (unit: Unit) => readonly SettledDate[],
  isTaken: (unit: Unit) => boolean,
): { decisions: ReadResolution[]; proposals: ReadResolution[] } {
  const decisions: ReadResolution[] = []
  const proposals: ReadResolution[] = []
  const inTables = tablesOf(outline).filter(
    (rows) => rows[0] !== undefined && isUnder(rows[0], decisionTitle),
  )
  for (const rows of inTables) decisions.push(...fromTable(rows, mentions, datesOf))
  let [before, isListed] = ['', false]
  for (const unit of outline.units) {
    if (unit.passage.kind === 'title' || unit.passage.kind === 'row') continue
    const announced = announces.test(unit.plain)
    isListed = unit.passage.kind === 'item' && (isListed || announces.test(before) || isHeading(before))
    before = unit.plain
    const decided = isListed || isUnder(unit, decisionTitle, outline.titles[0])
    if ((isTaken(unit) && !decided && !orders.test(unit.plain)) || announced) continue
    const proposed = isUnder(unit, proposalTitle)
    const label =
      /^[^\p{L}]*(?:points? d'accord|decisions?|actions?|conclusions?|결정사항|합의사항)[^:\p{L}]{0,6}(?:\p{L}{2,6})? ?(?::|- )/u.exec(
        unit.plain,
      )
    for (const sentence of unit.sentences) {
      const resolution = () => resolutionOf(sentence, persons, datesOf)
      if (
        label ||
        decides.test(sentence.plain) ||
        orders.test(sentence.plain) ||
        meetsAgain.test(sentence.plain) ||
        (decided &&
          (isKorean(sentence) ? unit.passage.kind === 'item' || promises(sentence.plain) : says(sentence))) ||
        (!isKorean(sentence) && promises(sentence.plain) && hasDeadline.test(sentence.plain))
      )
        decisions.push(resolution())
      else if ((proposed && sentence.text.length > 20) || proposes.test(sentence.plain))
        proposals.push(resolution())
    }
  }
  return { decisions: once(decisions), proposals: once(proposals) }
}

const promises = (plain: string) =>
  /\b\p{L}{3,}(?:era|eront|ira|iront|ra|ront)\b|\b(?:sera|seront|devra|will|to)\b|예정|하기로/u.test(plain)

const isKorean = ({ text }: { text: string }) => /[가-힣]{3}/.test(text)
// A sentence of some length, not « Fin de la séance à 12 h ».
const says = ({ text, plain }: { text: string; plain: string }) => text.length > 18 && !notDecided.test(plain)
const notDecided =
  /^\W*(?:fin de (?:la )?(?:seance|reunion)|(?:la )?seance |redaction|secretariat :|presente?s?\b|excusee?s?\b|absente?s?\b|representee?s?\b|documents? |liens? |pieces? |(?:la|le) secretaire|le groupe salue|approuvee? a|vote\b|pour copie)|\b(?:propos|suggere|suggested)/
const isHeading = (before: string) =>
  before.length < 50 && decisionTitle.test(before) && !/[.;]$/.test(before)
/** « Il est décidé que : » above a list. */
const announces =
  /^[^.]{0,60}(?:il est|il a ete|ont ete|est|sont|decide|convien\w+|conven\w+|agreed)[^.:]{0,40}(?:decid|conven|act|arret|entendu|que|of|to)[^.:]{0,24}:\s*$/
/** « APPROUVE la convention », « Article 2 – AUTORISE Mme le maire à la signer »: what a council resolves. */
const orders =
  /^\W*(?:article \d+ ?[-:.]* ?|\d+[°).] ?|et )?(?:approuve|autorise|dit que|decide|donne (?:pouvoir|mandat|acte)|inscrit|designe|mandate|charge|prend acte|valide|fixe|adopte|sollicite|precise que|habilite|accepte)\b/
/** « Prochaine séance : 10 novembre 2011, à Béziers » */
const meetsAgain =
  /^\W*(?:la |le |the )?(?:date de (?:la |notre )?)?(?:prochaine? (?:seance|reunion|rencontre|pleniere|visioconference|visio|assemblee)|next meeting)\b[^.]{0,30}(?::|se tiendra|aura lieu|est fixee|will be|is to be)|retient la date|se revoir le/
const hasDeadline =
  /\b(?:avant (?:le|la|fin|noel)|d'ici (?:le|la|au|a)|au plus tard|pour (?:le \d|la fin)|echeance|delai|before|by (?:the end|\d|january|february|march|april|may|june|july|august|september|october|november|december))/

// The title of the whole text says nothing of its parts.
const isUnder = (unit: Unit, words: RegExp, whole?: Unit) =>
  sectionsAbove(unit.section).some(
    ({ title, parent }) =>
      title !== null &&
      words.test(title.plain) &&
      !(title === whole && parent?.parent === null && whole.index < 3),
  )

function resolutionOf(
  sentence: Sentence,
  persons: readonly PersonMention[],
  datesOf: (unit: Unit) => readonly SettledDate[],
): ReadResolution {
  const inside = persons.filter(
    ({ unit, start, end }) => unit === sentence.unit && start >= sentence.start && end <= sentence.end,
  )
  const due = datesOf(sentence.unit).find(
    ({ start, end, edtf }) => start >= sentence.start && end <= sentence.end && edtf !== null,
  )
  const by = /(?:propose\w* par|a la demande de|par) (?:la |le |l'|les )?([^.;,]{3,80})/u.exec(sentence.plain)
  const said =
    by && /propos/.test(by[0])
      ? sentence.text.slice(by.index + by[0].length - (by[1] ?? '').length, by.index + by[0].length)
      : null
  return {
    text: sentence.text,
    by: said ?? inside[0]?.name ?? null,
    due: due?.edtf ?? null,
    quote: { passage: sentence.unit.index, start: sentence.start, end: sentence.end },
  }
}

function fromTable(
  rows: readonly Unit[],
  mentions: Mentions,
  datesOf: (unit: Unit) => readonly SettledDate[],
): ReadResolution[] {
  const { head, body } = readColumns(rows, mentions)
  const titles = head?.passage.cells.map((_, at) => cellPlain(head, at)) ?? []
  const at = (words: RegExp, otherwise: number) => {
    const found = titles.findIndex((title) => words.test(title))
    return found < 0 ? otherwise : found
  }
  const [what, who, when] = [
    at(/action|decision|objet|quoi|tache|내용|사항|what/, 0),
    at(/qui\b|responsable|pilote|porteur|담당|who|owner/, 1),
    at(/echeance|date|delai|quand|기한|일정|due|when/, 2),
  ]
  // A table of places beneath « Actions en cours » says nothing that was decided.
  if (titles.some((title) => /partenaire|collectivite|jumel|cadre|상대|도시/.test(title))) return []
  return body.flatMap((row) => {
    const text = row.passage.cells[what]?.text ?? ''
    if (text === '') return []
    const cell = row.passage.cells[when]
    const due = cell
      ? datesOf(row).find(({ start, end }) => start >= cell.start && end <= cell.end)
      : undefined
    return [
      {
        text,
        by: row.passage.cells[who]?.text || null,
        due: due?.edtf ?? null,
        quote: { passage: row.index, start: 0, end: row.passage.text.length },
      },
    ]
  })
}

function once(resolutions: ReadResolution[]): ReadResolution[] {
  const seen = new Set<string>()
  return resolutions.filter(({ text }) => {
    const key = fold(text)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
