import { isContentsLine, isContentsTitle } from '../printed-contents.ts'
import { foldLine } from './running-lines.ts'
import type { TextLine } from './text-line.ts'

export interface WithoutContents {
  lines: TextLine[]
  dropped: number
  /** Its entries as `entryOf` writes them: lines that equal one are titles. */
  entries: Set<string>
}

/** The lines of a text without its printed table of contents, whose lines lead to pages or repeat titles that come later. */
export function dropContents(lines: readonly TextLine[]): WithoutContents {
  const lastPlaces = new Map(lines.map(({ text }, index) => [entryOf(text), index]))
  const isEntry = (index: number, isUnderTitle: boolean): boolean => {
    const text = lines[index]?.text
    if (text === undefined) return false
    if (isContentsLine(text)) return true
    return (
      isUnderTitle &&
      text.length < 160 &&
      /^\P{Ll}/u.test(text) &&
      !/[.,;]$/.test(text) &&
      ((lastPlaces.get(entryOf(text)) ?? 0) > index || /\S(?:\t|\s{2,})\d{1,3}$/.test(text))
    )
  }
  const kept: TextLine[] = []
  const entries = new Set<string>()
  let dropped = 0
  let isAfter = false
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]
    if (!line) break
    const isTitle =
      line.text.length < 200 && isContentsTitle(line.text.replace(/(?:\.{2,}|\s{2,}|\t).*$/u, ''))
    const end = endOfEntries(isTitle ? index + 1 : index, (at) => isEntry(at, isTitle))
    const length = end - index
    if (length >= 3) {
      for (const { text } of lines.slice(index, end)) entries.add(entryOf(text))
      dropped += length
      index = end
      isAfter = true
      continue
    }
    kept.push(isAfter ? { ...line, isApart: true } : line)
    isAfter = false
    index += 1
  }
  return { lines: kept, dropped, entries }
}

// An entry that takes two lines leads to its page on the second one.
function endOfEntries(from: number, isEntry: (index: number) => boolean): number {
  let end = from
  while (isEntry(end) || (end > from && isEntry(end + 1))) end += 1
  return end
}

/** A line as its entry in the contents: without its page, in small letters without accents. */
export function entryOf(text: string): string {
  // A line that is longer than any entry repeats no title.
  if (text.length > 200) return text
  return foldLine(text.replace(/[\s.…·_]*\d+\s*$/u, ''))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}
