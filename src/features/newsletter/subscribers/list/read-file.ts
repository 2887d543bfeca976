import { openTable } from '../../../../platform/spreadsheets/open-table.ts'
import { TableUnreadable } from '../../../../platform/spreadsheets/table.ts'

/** The most lines of people in one list. */
export const mostLines = 5000
const longestCell = 1000
// Empty rows keep line numbers equal to those of the sheet, within reason.
const mostGaps = 20_000

/**
 * Converts a table to lines like pasted ones, in the thread that reads tables. Returns null when it has too many. Throws TableUnreadable.
 */
export async function readFileAsLines(path: string): Promise<string | null> {
  const table = await openTable({ path, sheet: null })
  const lines: string[] = []
  let filled = 0
  try {
    for await (const batch of table.batches()) {
      for (const { number, cells } of batch) {
        const line = cells.map(oneLine).join('\t').trimEnd()
        if (line === '') continue
        // The line of titles is one more.
        if (++filled > mostLines + 1) return null
        if (number <= mostGaps) while (lines.length < number - 1) lines.push('')
        lines.push(line)
      }
    }
  } finally {
    await table.close()
  }
  if (filled === 0) throw new TableUnreadable('empty')
  return lines.join('\n')
}

function oneLine(cell: string): string {
  return cell
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestCell)
}
