import { fold } from '../../../../platform/search/index.ts'
import type { SettledDate } from '../dates/settled-dates.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { type Outline, type Sentence, sectionsAbove, type Unit } from '../outline.ts'
import type { PersonMention } from '../people/person-mention.ts'
import type { ReadResolution } from '../reading.ts'
import { cellPlain, readColumns } from '../ties/columns.ts'
import { tablesOf } from '../ties/table-ties.ts'
import { koreanAside, koreanDecides, koreanPromise } from './korean-resolutions.ts'
import { dueOf, ownerOf } from './resolution-owner.ts'

const decisionTitle =
  /decision|suites? (?:a donner|donnees?)|releve de|points? d'accord|conclusion|prochaines etapes|actions? (?:a|agreed|points?|items?|decidees?|retenues?|prevues?)|^\W*(?:[ivx\d]+[.)] )?actions?\W*$|^\W*(?:[ivx\d]+[.)] )?(?:les )?suites\W*$|action list|a faire|taches|engagements|(?:a ete|avons|est|sont) (?:arrete|decide|convenu|acte|retenu)|ce qu'on fait|a retenir|on retient|nous retenons|feuille de route|plan d'action|next steps|follow[- ]up|to do|(?:what was|we) agreed|resolutions|결정|조치|향후 ?(?:계획|일정)|합의|후속|(?<!회)의결|정한 ?(?:것|일)|협의 ?결과|할 ?일/
const proposalTitle = /proposition|suggestion|pistes|proposal|제안|건의/
const decides =
  /(?:il est|a ete|(?<!s')est) (?:decide|convenu|acte|entendu|arrete)|\bdecide(?:nt)? (?:de|d'|que)|retien(?:t|nent) (?:la date|le principe|l'idee)|le principe\b[^.;]{0,120}\b(?:est|a ete) (?:arrete|adopte|retenu|accepte)|en accept(?:e|ent) le principe|sera prevu|s'engage(?:nt)? a|se charge(?:ra)?(?:nt)? d|it was (?:decided|agreed)|(?:decided|agreed) (?:to|that)/
const proposes =
  /propos\w+|suggere|il serait (?:souhaitable|utile|necessaire|interessant)|il (?:est|faut|faudra|faudrait|nous faudra) |pourra(?:it|ient|ient etre)?\b|devrai(?:t|ent)|serai(?:t|ent) l'occasion|il est preferable|proposed|suggest|should|제안|건의|요청/

/** « Extrait du registre des délibérations »: a council resolves, whether or not the text gives the time of its meeting. */
export const isDeliberation = ({ units }: Outline) =>
  units
    .slice(0, 10)
    .some(({ plain }) =>
      /deliberation|conseil (?:municipal|communautaire|departemental|regional)/.test(plain),
    ) && units.some(({ passage }) => resolves.test(passage.text))

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
  const headings = headingsOf(outline.units)
  for (const unit of outline.units) {
    if (unit.passage.kind === 'title' || unit.passage.kind === 'row') continue
    const heading = headings.get(unit) ?? null
    if (heading?.unit === unit) continue
    // Paragraphs beside points that are decisions describe what led to them.
    const decided =
      (heading?.is === 'decisions' || isUnder(unit, decisionTitle)) &&
      !(unit.passage.kind === 'paragraph' && isAmongPoints(unit))
    const isTold =
      isTaken(unit) && !decided && !resolves.test(unit.passage.text) && !koreanPromise.test(unit.passage.text)
    const proposed = heading?.is === 'proposals' || isUnder(unit, proposalTitle)
    const label = /^\s*(?:points? d'accord|decisions?|actions?|conclusions?|결정사항|합의사항) ?:/.exec(
      unit.plain,
    )
    for (const sentence of unit.sentences) {
      if (endsSession.test(sentence.plain) || headsResolving.test(sentence.text)) continue
      // Among sentences about a tie, only promises with a deadline.
      if (isTold && !(will.test(sentence.plain) && hasDeadline.test(sentence.plain))) continue
      if (closes.test(sentence.plain) && !meetsAgain.test(sentence.plain) && unit.passage.kind !== 'item')
        continue
      if (/:\s*$/u.test(sentence.text) && sentence.text.length < 90) continue
      const aside = koreanAside(sentence)
      if (aside === 'closing') continue
      const resolution = () => resolutionOf(sentence, persons, datesOf)
      if (
        (koreanDecides(sentence) && aside === null) ||
        label ||
        (decided && meetsAgain.test(sentence.plain)) ||
        (will.test(sentence.plain) && hasDeadline.test(sentence.plain)) ||
        decides.test(sentence.plain) ||
        (decided && aside === null && !proposes.test(sentence.plain) && sentence.text.length > 15) ||
        resolves.test(sentence.text) ||
        (decided &&
          aside === null &&
          unit.passage.kind === 'item' &&
          !/\b(?:propose|suggere|suggests?|proposes)\b/.test(sentence.plain))
      )
        decisions.push(resolution())
      else if (
        (proposed && sentence.text.length > 20) ||
        (proposes.test(sentence.plain) && !answers.test(sentence.plain))
      )
        proposals.push(resolution())
    }
  }
  return { decisions: once(decisions), proposals: once(proposals) }
}

interface Heading {
  unit: Unit
  is: 'decisions' | 'proposals' | 'other'
}

/** Lines that introduce what follows without being marked as titles: « Relevé de conclusions », « V. CE QUI A ÉTÉ ARRÊTÉ ». */
function headingsOf(units: readonly Unit[]): Map<Unit, Heading> {
  const found = new Map<Unit, Heading>()
  let heading: Heading | null = null
  for (const [at, unit] of units.entries()) {
    const [before, next] = [units[at - 1], units[at + 1]]
    if (unit.passage.kind === 'title') heading = null
    else if (isHeading(unit, before, next))
      heading = {
        unit,
        is:
          decisionTitle.test(unit.plain) && (!ofWhole.test(unit.plain) || /\bque ?:\s*$/.test(unit.plain))
            ? 'decisions'
            : proposalTitle.test(unit.plain)
              ? 'proposals'
              : 'other',
      }
    if (heading) found.set(unit, heading)
  }
  return found
}

function isHeading({ passage, plain }: Unit, before: Unit | undefined, next: Unit | undefined): boolean {
  if (passage.text.length > 70 || /[.;,?!]\s*$/u.test(passage.text) || next === undefined) return false
  // 4. 향후 계획, with points of its own beneath.
  if (
    passage.kind === 'item' &&
    /^[가-힣 ·]{2,20}$/u.test(passage.text.trim()) &&
    next.passage.kind === 'item'
  )
    return next.passage.level > passage.level || /^(?:결정|의결|합의)(?: ?사항)?$/u.test(passage.text.trim())
  // « 5. Décisions », which Markdown takes for a point of a list
  if (passage.text.split(' ').length < 5 && (decisionTitle.test(plain) || proposalTitle.test(plain)))
    return true
  if (passage.kind === 'item') return before?.passage.kind !== 'item' && next.passage.kind !== 'item'
  return (
    passage.kind === 'paragraph' &&
    (decisionTitle.test(plain) ||
      proposalTitle.test(plain) ||
      /^(?:[ivx]+|\d+(?:\.\d+)?|[a-h])[.)] /u.test(plain) ||
      passage.text === passage.text.toUpperCase())
  )
}

// « - approuve la convention », « Article 2 – AUTORISE le maire »: what a council resolves.
const resolves =
  /^\s*(?:[-–•*] ?|(?:Article|ARTICLE|ART\.?) \d+(?:er)? ?[-–—:.] ?|\d+[.)°-] ?)?(?:(?:APPROUVE|AUTORISE|D[ÉE]CIDE|DIT|D[ÉE]SIGNE|INSCRIT|DONNE|CHARGE|PREND ACTE|ADOPTE|VOTE|FIXE|ACCEPTE|S['’]ENGAGE|REFUSE)\b|(?:D['’]|DE )[A-ZÉÈÎ]{4,}(?:ER|IR|RE)\b|(?:approuve|autorise|d[ée]signe|inscrit|d[ée]cide|prend acte|dit que|adopte|charge) (?:l|d|M|qu|à))|^\s*(?:Article|ARTICLE|ART\.?) \d+(?:er)? ?[-–—:.] ?(?:d['’]|de )\p{Ll}+(?:er|ir|re)\b/u
// « DÉCIDE à l’unanimité : » heads what is resolved, and resolves nothing itself.
const headsResolving =
  /^\W*(?:A )?D[ÉE]CIDE(?:NT)?(?:,? (?:à l['’]unanimité|après en avoir délibéré|par \d+ voix[^:]{0,60}))*\W*$/u

/** « Prochaine séance : 10 novembre 2011, à Béziers » */
const meetsAgain =
  /^\W*(?:la |le |the )?(?:date de (?:la |notre )?)?(?:prochaine? (?:seance|reunion|rencontre|pleniere|visioconference|visio|assemblee)|next meeting)\b[^.]{0,30}(?::|se tiendra|aura lieu|est fixee|will be|is to be)[^.]*\d|retient la date/
// « Mme Harkort diffusera la liste avant le 30 juin »
const will = /\b\p{L}{3,}(?:[eiudtv]ra|rra|[eiudtv]ront|rront)\b|\bwill \p{L}+|\bse charge(?:nt)? de\b/u
const hasDeadline =
  /\b(?:avant (?:le|la|fin|noel)|d'ici (?:le|la|au|a|fin|l'|\p{L}{3,9} \d{4})|au plus tard|pour (?:le \d|la fin)|echeance|before|by (?:the end|\d|january|february|march|april|may|june|july|august|september|october|november|december))/u
// The closing words of an account are not a decision.
const closes =
  /^(?:fin de (?:la )?(?:seance|reunion)|(?:la )?seance (?:est |a ete )?levee|redaction|redige|prochaine?s? (?:seance|reunion|rencontre|rendez-vous)s? ?(?::|le )|next meeting ?:|date de la prochaine|diffusion|copie|annexe|documents?\b[^.]{0,30} ?:|liens? (?:utiles? )?:|pour donner|contacts? ?:|(?:etaient )?presente?s? ?:|excusee?s? ?:|representee?s? ?:|l[ae] (?:secretaire|president)e?(?: de seance)?,)/
// « M. Larroque lève la séance à 16 h 30 »
const endsSession =
  /^[^;]{0,60}\b(?:leve(?:nt)?|clo[ts](?:ure)?|closed?|adjourned?) (?:la|the) (?:seance|reunion|meeting|session)\b[^.]{0,30}\.?$|^\W*(?:la )?seance (?:est |a ete )?(?:levee|close)\b[^.]{0,30}\.?$|^\W*levee de (?:la )?seance|^\W*(?:폐회|산회|폐의)\b/u
// « Cette proposition reçoit un accueil favorable »: not a proposal itself.
const answers = /^(?:cette|la) proposition|(?:proposition|suggestion) (?:est|a ete|recoit|recueille)/

// « Relevé de conclusions de la réunion du 3 mars » names the whole account, not one of its parts.
const ofWhole = /\b(?:reunion|seance|groupe|rencontre|commission|meeting)\b|\d{4}|회의 ?(?:결과|록)/
const isAmongPoints = ({ section, passage }: Unit) =>
  !/[가-힣]/u.test(passage.text) &&
  section.units.filter(({ passage: { kind } }) => kind === 'item').length > 1
const isUnder = (unit: Unit, words: RegExp) =>
  sectionsAbove(unit.section).some(
    ({ title }) => title !== null && words.test(title.plain) && !ofWhole.test(title.plain),
  )

function resolutionOf(
  sentence: Sentence,
  persons: readonly PersonMention[],
  datesOf: (unit: Unit) => readonly SettledDate[],
): ReadResolution {
  const by = /(?:propose\w* par|a la demande de|par) (?:la |le |l'|les )?([^.;,]{3,80})/u.exec(sentence.plain)
  const said =
    by && /propos/.test(by[0])
      ? sentence.text.slice(by.index + by[0].length - (by[1] ?? '').length, by.index + by[0].length)
      : null
  return {
    text: sentence.text,
    by: said ?? ownerOf(sentence, persons),
    due: dueOf(sentence, datesOf(sentence.unit)),
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
    at(/action|decision|objet|\bquoi|tache|sujet|내용|사항|what/, 0),
    at(/qui\b|responsable|pilote|porteur|담당|소관|주관|책임|부서|who|owner/, 1),
    at(/echeance|date|delai|quand|기한|일정|due|when/, 2),
  ]
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
