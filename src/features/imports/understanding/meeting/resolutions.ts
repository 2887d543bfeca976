import { fold } from '../../../../platform/search/index.ts'
import type { SettledDate } from '../dates/settled-dates.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { type Outline, type Sentence, sectionsAbove, type Unit } from '../outline.ts'
import type { PersonMention } from '../people/person-mention.ts'
import type { ReadResolution } from '../reading.ts'
import { cellPlain, readColumns } from '../ties/columns.ts'
import { tablesOf } from '../ties/table-ties.ts'

const decisionTitle =
  /decision|suites? a donner|releve de|points? d'accord|conclusion|prochaines etapes|actions?\b|a faire|engagements|next steps|action points|결정|조치|향후 ?(?:계획|일정)|합의|후속/
const proposalTitle = /proposition|suggestion|pistes|proposal|제안|건의/
const decides =
  /(?:il est|a ete|est) (?:decide|convenu|acte|entendu|arrete)|\bdecide(?:nt)? (?:de|d'|que)|sera prevu|s'engage(?:nt)? a|se charge(?:ra)?(?:nt)? d|it was (?:decided|agreed)|(?:decided|agreed) (?:to|that)|하기로 (?:하였|했|결정|합의)|결정하였|의결하였/
const proposes =
  /propos\w+|suggere|il serait (?:souhaitable|utile|necessaire|interessant)|il (?:est|faut|faudra|faudrait|nous faudra) |pourra(?:it|ient|ient etre)?\b|devrai(?:t|ent)|serai(?:t|ent) l'occasion|il est preferable|proposed|suggest|should|제안|건의|요청/

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
  for (const unit of outline.units) {
    if (unit.passage.kind === 'title' || unit.passage.kind === 'row' || isTaken(unit)) continue
    const decided = isUnder(unit, decisionTitle)
    const proposed = isUnder(unit, proposalTitle)
    const label = /^\s*(?:points? d'accord|decisions?|actions?|conclusions?|결정사항|합의사항) ?:/.exec(
      unit.plain,
    )
    for (const sentence of unit.sentences) {
      const resolution = () => resolutionOf(sentence, persons, datesOf)
      if (
        label ||
        decides.test(sentence.plain) ||
        (decided && (unit.passage.kind === 'item' || promises(sentence.plain)))
      )
        decisions.push(resolution())
      else if ((proposed && sentence.text.length > 20) || proposes.test(sentence.plain))
        proposals.push(resolution())
    }
  }
  return { decisions: once(decisions), proposals: once(proposals) }
}

const promises = (plain: string) =>
  /\b(?:enverra|transmettra|organisera|preparera|se tiendra|sera|seront|devra|will)\b|예정|하기로/.test(plain)

const isUnder = (unit: Unit, words: RegExp) =>
  sectionsAbove(unit.section).some(({ title }) => title !== null && words.test(title.plain))

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
