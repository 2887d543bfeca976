import { openZip, type ZipEntries } from '../open-zip.ts'
import { TableUnreadable } from './table.ts'

/** Below this a file is harmless however well it was packed. */
const harmlessBytes = 100e6
// Rows that are all alike shrink to a hundredth; a file that shrinks to a thousandth was made to.
const largestRatio = 300

const limits = {
  entries: 5000,
  inflatedBytes: 4e9,
  entryBytes: (packed: number) => Math.max(harmlessBytes, packed * largestRatio),
}

/** Opens a workbook that is a zip file, with as much as a workbook may hold. */
export async function openWorkbookZip(path: string): Promise<ZipEntries> {
  return openZip(path, limits, (trouble, detail) =>
    trouble === 'damaged'
      ? new TableUnreadable('damaged', detail)
      : new TableUnreadable(trouble === 'tooManyEntries' ? 'bomb' : trouble),
  )
}
