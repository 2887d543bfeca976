import type { Outline, Unit } from '../outline.ts'

import type { CountryMention } from './countries.ts'

/** An empty cell, or the sign that repeats the one above: 〃. */
export const isAsAbove = (text: string) => /^\s*(?:[〃″"”]|상동|위와 같음|idem|ditto)?\s*$/iu.test(text)

/** The cell of a row that gives a country, or an empty one beneath such a cell. */
export interface CellCountry {
  start: number
  end: number
  country: string
}

/**
 * The country of each row in a table with a column of countries: an empty cell, one with 〃, and one that the cell above spans repeat
 * the country above.
 */
export function countriesOfRows(
  { units }: Outline,
  countries: ReadonlyMap<Unit, readonly CountryMention[]>,
): Map<Unit, CellCountry[]> {
  const found = new Map<Unit, CellCountry[]>()
  let above: { table: number | null; at: number; country: string } | null = null
  for (const unit of units) {
    const { kind, table, cells } = unit.passage
    if (kind !== 'row') continue
    const said = cells.flatMap((cell, at) => {
      const country = countryIn(unit, cell, countries.get(unit) ?? [])
      return country === null ? [] : [{ start: cell.start, end: cell.end, country, at }]
    })
    const [first] = said
    if (first) above = { table, at: first.at, country: first.country }
    const cell = above?.table === table ? cells[above?.at ?? 0] : undefined
    if (!first && above && cell && isAsAbove(cell.text))
      found.set(unit, [{ start: cell.start, end: cell.end, country: above.country }])
    else found.set(unit, said)
  }
  return found
}

/** The country that a row gives for the names in its other cells; null if it gives none or several. */
export function countryOfRow(cells: readonly CellCountry[], start: number): string | null {
  const others = cells.filter((cell) => start < cell.start || start >= cell.end || cell.start === cell.end)
  const [country, second] = new Set(others.map((cell) => cell.country))
  return second === undefined ? (country ?? null) : null
}

// A cell with a country and, apart from brackets, nothing else.
function countryIn(
  { plain }: Unit,
  cell: { start: number; end: number },
  countries: readonly CountryMention[],
): string | null {
  const own = countries.find((each) => !each.isAdjective && each.start >= cell.start && each.end <= cell.end)
  if (!own) return null
  const rest = `${plain.slice(cell.start, own.start)}${plain.slice(own.end, cell.end)}`
  return /[\p{L}\p{N}]{2,}/u.test(rest.replace(/\([^)]*\)/g, '')) ? null : own.country
}
