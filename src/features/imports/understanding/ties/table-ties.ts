import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Unit } from '../outline.ts'
import { cellPlain, mentionsInCell, readColumns } from './columns.ts'
import { sectionSubject } from './subjects.ts'
import { areTwoSides, type StatedTie, sentenceAt } from './tie.ts'

/** The ties that tables state, a row each, or each partner of a row; `owner` is the side that no column names. */
export function tableTies(outline: Outline, mentions: Mentions, owner: AuthorityMention | null): StatedTie[] {
  return tablesOf(outline).flatMap((rows) => {
    const { roles, body, head } = readColumns(rows, mentions)
    const partnersAt = roles.flatMap((role, at) => (role === 'partner' ? [at] : []))
    const isOne = partnersAt.length === 1
    if (partnersAt.length === 0 || !isOfTies(rows, head, roles)) return []
    const partyAt = roles.indexOf('party')
    const title = rows[0] ? titleWords(rows[0]) : ''
    const side = rows[0] ? (sectionSubject(rows[0].section, mentions) ?? owner) : owner
    const countryAt = roles.indexOf('country')
    let carried: AuthorityMention[] = []
    let country: string | null = null
    return body.flatMap((row): StatedTie[] => {
      const own = partyAt >= 0 ? mentionsInCell(row, partyAt, mentions) : []
      if (own.length > 0) carried = own
      const parties =
        partyAt < 0
          ? side
            ? [side]
            : []
          : own.length > 0
            ? own
            : cellPlain(row, partyAt) === ''
              ? carried
              : []
      return partnersAt.flatMap((partnerAt): StatedTie[] => {
        const named = mentionsInCell(row, partnerAt, mentions)
        const partners =
          named.length > 0 ? withoutFormerNames(named, row) : possibleInCell(row, partnerAt, mentions)
        country =
          countryInCell(row, countryAt, mentions) ??
          (countryAt >= 0 && cellPlain(row, countryAt) === '' ? country : null)
        const inCells = roles.map((role, at) => (role === 'kind' ? cellPlain(row, at) : '')).join(' ')
        const words = isOne || head === null ? `${title} ${inCells}` : cellPlain(head, partnerAt)
        return parties.slice(0, 1).flatMap((party) =>
          partners
            .map((partner) => (country === null ? partner : { ...partner, country }))
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
              cells: row.passage.cells.map(({ start, end }, column) => ({
                unit: row,
                role: roles[column] ?? 'other',
                start,
                end,
              })),
              isBeside: false,
            })),
        )
      })
    })
  })
}

// A table of expenses names places as well: a title, a column or the line above must speak of ties.
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
  /jumel|partenaire|cooper|twin|sister|partner|friend|soeur|amitie|jumelle|accord|convention|자매|우호|결연|교류|상대|협정|협약/u

// « Skikda (ex-Philippeville) », « Jéricho (district de Jéricho) »
function withoutFormerNames(named: AuthorityMention[], { plain }: Unit): AuthorityMention[] {
  return named.filter(({ start, namesakes, country }, at) => {
    const before = named[at - 1]
    if (!before) return true
    const gap = plain.slice(before.end, start)
    // « Tempe, Arizona »: the second says where the first lies.
    const isWhere =
      /^, ?$/.test(gap) && before.country === country && namesakes.some(({ kind }) => kind === 'level_1')
    return !isWhere && !/\([^)]*$/.test(plain.slice(named[0]?.end ?? 0, start))
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

// « Accords de jumelage » above a table says the kind of its ties.
function titleWords({ section }: Unit): string {
  return section.title?.plain ?? ''
}
