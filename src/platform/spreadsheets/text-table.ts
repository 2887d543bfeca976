import { findDelimiter } from './delimiter.ts'
import type { OpenedTable } from './table.ts'
import { readLines, sniffEncoding } from './text-lines.ts'
import { cutRows } from './text-rows.ts'

const linesLookedAt = 300

/** Opens a text file with cells between commas, semicolons, tabs or bars. */
export async function openTextTable(path: string): Promise<OpenedTable> {
  const text = await sniffEncoding(path)
  const first: string[] = []
  for await (const line of readLines(path, text)) {
    first.push(line.text)
    if (first.length >= linesLookedAt) break
  }
  const delimiter = findDelimiter(first)
  const { encoding, isMixed } = text
  return {
    about: { format: 'csv', encoding, isMixed, delimiter, sheets: [], sheet: null },
    rows: cutRows(readLines(path, text), delimiter),
    close: () => undefined,
  }
}
