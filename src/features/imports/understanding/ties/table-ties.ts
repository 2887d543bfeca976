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
    const partnerAt = roles.indexOf('partner')
    if (partnerAt < 0) return []
    const partyAt = roles.indexOf('party')
    const title = rows[0] ? titleWords(rows[0]) : ''
    const side = rows[0] ? (sectionSubject(rows[0].section, mentions) ?? owner) : owner
    let carried: AuthorityMention[] = []
    return body.flatMap((row): StatedTie[] => {
      const own = partyAt >= 0 ? mentionsInCell(row, partyAt, mentions) : []
      if (own.length > 0) carried = own
      const parties = partyAt < 0 ? (side ? [side] : []) : own.length > 0 ? own : cellPlain(row, partyAt) === '' ? carried : []
      const partners = mentionsInCell(row, partnerAt, mentions)
      const words = `${title} ${roles.map((role, at) => (role === 'kind' ? cellPlain(row, at) : '')).join(' ')}`
      return parties.slice(0, 1).flatMap((party) =>
        partners
          .filter((partner) => areTwoSides(party, partner))
          .map((partner, at) => ({
            parties: [party, partner],
            stated: sentenceAt(row, 0),
            told: [sentenceAt(row, 0)],
            by: 'table' as const,
            within: partners.length > 1 ? { start: partner.start, end: partners[at + 1]?.start ?? row.passage.cells[partnerAt]?.end ?? partner.end } : null,
            kindWords: `${words} ${head === null ? '' : ''}`.trim(),
            isBeside: false,
          })),
      )
    })
  })
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
