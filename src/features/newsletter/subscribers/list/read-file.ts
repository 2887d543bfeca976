import { openTable } from '../../../../platform/spreadsheets/open-table.ts'
import { TableUnreadable } from '../../../../platform/spreadsheets/table.ts'

/** As many lines as are read at a time. */
export const mostLines = 5000
const longestCell = 1000
// Empty rows in between keep the numbers of the lines those of the sheet, within reason.
const mostGaps = 20_000

/**
 * A table as lines like those that people paste, read by the thread that reads tables; null where it has too many. Throws
 * TableUnreadable.
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
        // The titles are one more.
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
