/** A list of people as a table: pasted, typed, or from a file. */
export interface LineTable {
  /** The titles of the columns, if the first line has them. */
  titles: readonly string[] | null
  rows: readonly LineRow[]
  /** The number of columns of the widest row. */
  width: number
}

export interface LineRow {
  /** The number of the line, from 1. */
  number: number
  /** As it was pasted. */
  typed: string
  cells: readonly string[]
}

/** Reads lines whose cells are separated by tabs, or else by semicolons. */
export function readLineTable(text: string): LineTable {
  const rows = text.split('\n').flatMap((typed, index): LineRow[] => {
    if (typed.trim() === '') return []
    const cells = typed.split(typed.includes('\t') ? '\t' : ';').map((cell) =>
      cell
        .replaceAll(unseen, '')
        .trim()
        .replace(/^"(.*)"$/, '$1'),
    )
    return [{ number: index + 1, typed, cells }]
  })
  const [first] = rows
  // A line of titles contains no address.
  const isTitled = first !== undefined && first.cells.length > 1 && !first.typed.includes('@')
  return {
    titles: isTitled ? first.cells : null,
    rows: isTitled ? rows.slice(1) : rows,
    width: Math.max(0, ...rows.slice(0, 5000).map(({ cells }) => cells.length)),
  }
}

// Spreadsheets and mail programs leave them around addresses.
const unseen = /[\u200b\u2060\ufeff]/g
