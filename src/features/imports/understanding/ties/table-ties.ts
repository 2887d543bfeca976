import { isInBracket } from '../../../../platform/reading/plain-copy.ts'
import { kindIn } from '../facts/instruments-in.ts'
import type { AuthorityMention } from '../names/authority-mention.ts'
import type { CountryMention } from '../names/countries.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { isNotHangulName } from '../names/not-hangul-names.ts'
import { isAsAbove } from '../names/row-countries.ts'
import type { Outline, Sentence, Unit } from '../outline.ts'
import { cellPlain, mentionsInCell, readColumns } from './columns.ts'
import { sectionSubject } from './subjects.ts'
import { areTwoSides, type StatedTie, sentenceAt, type TieCell } from './tie.ts'

/** The ties that tables state, a row each, or each partner of a row; `owner` is the side without a column. */
export function tableTies(outline: Outline, mentions: Mentions, owner: AuthorityMention | null): StatedTie[] {
  return tablesOf(outline).flatMap((rows) => {
    const { roles, body, head } = readColumns(rows, mentions)
    const partnersAt = roles.flatMap((role, at) => (role === 'partner' ? [at] : []))
    const isOne = partnersAt.length === 1
    if (partnersAt.length === 0 || !isOfTies(rows, head, roles)) return []
    const partyAt = roles.lastIndexOf('party')
    const upperAt = roles.indexOf('party')
    const title = rows[0] ? titleWords(rows[0]) : ''
    const side = rows[0] ? (sectionSubject(rows[0].section, mentions) ?? owner) : owner
    const countryAt = roles.indexOf('country')
    let carried: AuthorityMention[] = []
    let upper: AuthorityMention | null = null
    let country: string | null = null
    let kindAbove: TieCell | null = null
    return body.flatMap((row): StatedTie[] => {
      const ownCells = row.passage.cells.map(
        ({ start, end, text }, column): TieCell => ({
          unit: row,
          role: roles[column] === 'date' && isNote.test(text) ? 'notes' : (roles[column] ?? 'other'),
          start,
          end,
        }),
      )
      const heading = kindAboveRow(outline, row)
      // 자매도시 in a first cell that spans several rows is the kind of all of them.
      const kindCell = ownCells[0]?.role === 'kind' ? ownCells[0] : undefined
      if (kindCell && !isAsAbove(cellPlain(row, 0))) kindAbove = kindCell
      const cells =
        kindCell && kindAbove && isAsAbove(cellPlain(row, 0)) ? [kindAbove, ...ownCells.slice(1)] : ownCells
      if (upperAt < partyAt) upper = mentionsInCell(row, upperAt, mentions)[0] ?? upper
      const named = partyAt >= 0 && !isOfBody(row, partyAt) ? mentionsInCell(row, partyAt, mentions) : []
      const own =
        named.length === 0 &&
        upper &&
        isAsAbove(cellPlain(row, partyAt)) &&
        !isAsAbove(cellPlain(row, upperAt))
          ? [upper]
          : named.map((each) => within(upper, each))
      if (own.length > 0) carried = own
      const parties =
        partyAt < 0
          ? side
            ? [side]
            : []
          : own.length > 0
            ? own
            : isAsAbove(cellPlain(row, partyAt))
              ? carried
              : []
      return partnersAt.flatMap((partnerAt): StatedTie[] => {
        if (isOfBody(row, partnerAt)) return []
        country =
          countryInCell(row, countryAt, mentions) ??
          (countryAt >= 0 && isAsAbove(cellPlain(row, countryAt)) ? country : null)
        const partners = partnersInCell(row, partnerAt, mentions, country)
        const inCells = roles.map((role, at) => (role === 'kind' ? cellPlain(row, at) : '')).join(' ')
        // « Jumelée avec » above the partners gives the kind of their ties.
        const above = head !== null && !roles.includes('kind') ? cellPlain(head, partnerAt) : ''
        const words =
          isOne || head === null
            ? `${heading ?? title} ${kindIn(above) === null ? '' : above} ${inCells}`
            : cellPlain(head, partnerAt)
        return parties.slice(0, 1).flatMap((party) =>
          partners
            // « Maroc | Agadir | Nantes »: the country of the authority in the first column.
            .map((partner) =>
              country === null || party.country === country ? partner : { ...partner, country },
            )
            .filter((partner) => areTwoSides(party, partner))
            .map((partner, at) => ({
              parties: [party, partner],
              stated: sentenceAt(row, 0),
              told: [sentenceAt(row, 0)],
              by: 'table' as const,
              within:
                partners.length > 1
                  ? {
                      start: partner.start,
                      end: partners[at + 1]?.start ?? row.passage.cells[partnerAt]?.end ?? partner.end,
                    }
                  : isOne
                    ? null
                    : { start: partner.start, end: row.passage.cells[partnerAt]?.end ?? partner.end },
              kindWords: words.trim(),
              cells,
              isBeside: false,
            })),
        )
      })
    })
  })
}

/** 강원 | 고성군: of several namesakes, the one that lies in the authority of an earlier column. */
function within(upper: AuthorityMention | null, lower: AuthorityMention): AuthorityMention {
  const id = upper?.namesakes[0]?.id
  const inside = lower.namesakes.filter(({ parentId }) => id && parentId === id)
  return inside.length > 0 ? { ...lower, namesakes: inside } : lower
}

function partnersInCell(
  row: Unit,
  at: number,
  mentions: Mentions,
  country: string | null,
): AuthorityMention[] {
  const named = mentionsInCell(row, at, mentions)
  const [first] = named
  const isInBracket =
    first !== undefined && /[(（]/.test(row.plain.slice(row.passage.cells[at]?.start ?? 0, first.start))
  if (first && !isInBracket) return withoutFormerNames(named, row)
  const unknown = unknownInCell(row, at, country, mentions.countries.get(row))
  return unknown.length > 0 ? unknown : first ? named : possibleInCell(row, at, mentions)
}

// « Lycée Chu Văn An, Hanoï »: the town gives the location of the school.
const isOfBody = (row: Unit, at: number) => ofBody.test(cellPlain(row, at))
const ofBody =
  /^\W*(?:lycee|college|ecole|universite|hopital|chu\b|centre hospitalier|association|comite|ong\b|musee|institut|chambre|cci\b|club|university|school|hospital|association|museum)/

// 체결 여부 미정, 2024년 11월 방문단 파견: a note in place of a day.
const isNote = /목표|미정|방문|파견|희망|[가-힣]{2,} [가-힣]{2,} [가-힣]{2,}/u

/** [자매결연], a line of its own between the rows of a Korean table: the kind of the rows below. */
function kindAboveRow({ units }: Outline, row: Unit): string | null {
  const above = units.slice(0, units.indexOf(row)).findLast(({ passage }) => passage.kind !== 'row')
  return above?.passage.kind === 'paragraph' && above.section === row.section && bareKind.test(above.plain)
    ? above.plain
    : null
}

const bareKind =
  /^[^가-힣]{0,4}(?:해외 ?|국제 ?)?(?:자매|우호|친선|교류|협력|상호)?(?: ?(?:결연|협력|교류|협[정약]|도시|지역|양해각서|의향서))+[^가-힣]{0,4}$/u

// A table of expenses names places as well: a title, a column or the line above must mention ties.
function isOfTies(rows: readonly Unit[], head: Unit | null, roles: readonly string[]): boolean {
  const above = rows[0]?.section.title?.plain ?? ''
  return (
    roles.includes('kind') ||
    (head !== null && ofTies.test(head.plain)) ||
    ofTies.test(above) ||
    (roles.includes('party') && roles.includes('date'))
  )
}

const ofTies =
  /jumel|partenaire|cooper|twin|sister|partner|friend|soe?ur|amitie|jumelle|accord|convention|자매|우호|결연|교류|상대|협정|협약/u

// « Skikda (ex-Philippeville) », « Jéricho (district de Jéricho) »
function withoutFormerNames(named: AuthorityMention[], { plain }: Unit): AuthorityMention[] {
  return named.filter(({ start, namesakes, country }, at) => {
    const before = named[at - 1]
    if (!before) return true
    const gap = plain.slice(before.end, start)
    // « Tempe, Arizona »: the second gives the location of the first.
    const isWhere =
      /^, ?$/.test(gap) && before.country === country && namesakes.some(({ kind }) => kind === 'level_1')
    return !isWhere && !isInBracket(plain, named[0]?.end ?? 0, start)
  })
}

function countryInCell(row: Unit, at: number, { countries }: Mentions): string | null {
  const cell = row.passage.cells[at]
  return (
    (cell &&
      (countries.get(row) ?? []).find(({ start, end }) => start >= cell.start && end <= cell.end)?.country) ??
    null
  )
}

function possibleInCell(row: Unit, at: number, mentions: Mentions): AuthorityMention[] {
  const cell = row.passage.cells[at]
  const inside = cell
    ? (mentions.possible.get(row) ?? []).filter(({ start, end }) => start >= cell.start && end <= cell.end)
    : []
  return inside.slice(0, 1)
}

/** The rows of each table, in reading order. */
export function tablesOf({ units }: Outline): Unit[][] {
  const tables = new Map<number, Unit[]>()
  for (const unit of units) {
    const { kind, table } = unit.passage
    if (kind === 'row' && table !== null) tables.set(table, [...(tables.get(table) ?? []), unit])
  }
  return [...tables.values()]
}

// « Accords de jumelage » above a table gives the kind of its ties.
function titleWords({ section }: Unit): string {
  return section.title?.plain ?? ''
}

const shortest = 15

/** 비고: 낭시시는 1973년부터 가나자와시와 자매도시임 — a full sentence in a cell of a Korean table. */
export function sentencesInCells(unit: Unit): Sentence[] {
  if (unit.passage.kind !== 'row' || !/[가-힣]/.test(unit.passage.text)) return []
  return unit.passage.cells
    .filter(({ text }) => text.length > shortest)
    .map(({ start, end, text }) => ({ unit, start, end, text, plain: unit.plain.slice(start, end) }))
}

/** 레제지(도르도뉴): an unknown name in a cell of partners, if the table gives the country. */
function unknownInCell(
  unit: Unit,
  at: number,
  ofColumn: string | null,
  named: readonly CountryMention[] = [],
): AuthorityMention[] {
  const cell = unit.passage.cells[at]
  // 네덜란드 호르큼, where no column gives the country
  const before =
    cell &&
    named.find((each) => each.start >= cell.start && each.start < cell.start + 2 && each.end <= cell.end)
  const country = before?.country ?? ofColumn
  const text = cell && before ? cell.text.slice(before.end - cell.start) : (cell?.text ?? '')
  const name = /^\s*([가-힣]{2,9})(?= ?(?:\(|$))/u.exec(text)?.[1]
  if (!cell || !name || country === null || country === 'KR' || isNotHangulName(name) || isAbsence.test(name))
    return []
  const start = cell.start + cell.text.indexOf(name)
  const place = { start, end: start + name.length }
  return [
    { ...place, name, nameStart: start, nameEnd: place.end, kinds: [], namesakes: [], country, isSure: true },
  ]
}

const isAbsence = /없음|해당|미정|미체결|미제출|추진|협의|검토|희망|모집/u
