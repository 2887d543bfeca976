import { type SheetAbout, TableUnreadable } from './table.ts'

/** The sheet that was asked for, by name; else the first visible one. */
export function chooseSheet<T extends SheetAbout>(sheets: readonly T[], asked: string | null): T {
  if (asked !== null) {
    const found = sheets.find(({ name }) => name === asked)
    if (!found) throw new TableUnreadable('noSuchSheet', asked)
    return found
  }
  const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]
  if (!first) throw new TableUnreadable('empty')
  return first
}
