import { isContentsLine, isContentsTitle } from '../printed-contents.ts'
import { foldLine } from './running-lines.ts'
import type { TextLine } from './text-line.ts'

/** The lines of a text without its printed table of contents, whose lines lead to pages or repeat titles that come later. */
export function dropContents(lines: readonly TextLine[]): { lines: TextLine[]; dropped: number } {
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
  let dropped = 0
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]
    if (!line) break
    const isTitle =
      line.text.length < 200 && isContentsTitle(line.text.replace(/(?:\.{2,}|\s{2,}|\t).*$/u, ''))
    const end = endOfEntries(isTitle ? index + 1 : index, (at) => isEntry(at, isTitle))
    const length = end - index
    if (length >= 3) {
      dropped += length
      index = end
      continue
    }
    kept.push(line)
    index += 1
  }
  return {
    lines: dropped > 0 ? kept.map((line, index) => (index === 0 ? { ...line, isApart: true } : line)) : kept,
    dropped,
  }
}

// An entry that takes two lines leads to its page on the second one.
function endOfEntries(from: number, isEntry: (index: number) => boolean): number {
  let end = from
  while (isEntry(end) || (end > from && isEntry(end + 1))) end += 1
  return end
}

// A line that is longer than any entry repeats no title.
const entryOf = (text: string) => (text.length > 200 ? text : foldLine(text.replace(/[\s.…·_]*\d+\s*$/u, '')))
