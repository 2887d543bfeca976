/** A list of people as a table: pasted, typed, or of a file. */
export interface LineTable {
  /** Of the columns, where the first line is of titles. */
  titles: readonly string[] | null
  rows: readonly LineRow[]
  /** How many columns the widest row has. */
  width: number
}

export interface LineRow {
  /** Of the line, 1 for the first. */
  number: number
  /** As it was pasted. */
  typed: string
  cells: readonly string[]
}

/** Reads lines, cells of which are separated by a tab or else by a semicolon. */
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
  // Titles of columns are no address.
  const isTitled = first !== undefined && first.cells.length > 1 && !first.typed.includes('@')
  return {
    titles: isTitled ? first.cells : null,
    rows: isTitled ? rows.slice(1) : rows,
    width: Math.max(0, ...rows.slice(0, 5000).map(({ cells }) => cells.length)),
  }
}

// Spreadsheets and mail programs leave them around addresses.
const unseen = /[\u200b\u2060\ufeff]/g
