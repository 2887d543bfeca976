import { entryOf } from './contents-lines.ts'
import { type LineMark, readMark } from './line-marks.ts'
import { columns, type TextLine, usualSize } from './text-line.ts'
import { isKeyValue } from './wrapped-lines.ts'

/** A line that is a title, and of what rank: titles of one style are of one level. */
export interface TitleLine {
  style: string
  /** Where the text itself says its level: `##`. */
  level?: number
  /** Units of the line that are no words of the title, at either end. */
  before: number
  after: number
}

export interface TitleChoice {
  /** Beside the titles that are given only what a box begins: □. */
  onlyBoxes?: boolean
  /** What the contents of the text name, see `entryOf`. */
  entries?: ReadonlySet<string>
}

/** Which of the lines are titles. */
export function findTitles(
  lines: readonly TextLine[],
  { onlyBoxes, entries }: TitleChoice,
): Map<number, TitleLine> {
  const titles = new Map<number, TitleLine>()
  const marks = lines.map(({ text, given }) => (given ? null : readMark(text)))
  const bodySize = usualSize(lines)
  for (const [index, line] of lines.entries()) {
    // Nothing as long is a title; looking would take its time.
    if (line.given || line.text.length > 400) continue
    const mark = marks[index] ?? null
    if (onlyBoxes && mark?.kind !== 'box') continue
    const written =
      sizedTitle(line, bodySize) ?? (mark ? markedTitle(lines, marks, index) : plainTitle(lines, index))
    const title =
      written ?? (entries?.has(entryOf(line.text)) ? { style: 'in the contents', before: 0, after: 0 } : null)
    if (title) titles.set(index, title)
  }
  levelSizes(titles)
  for (const index of numberedItems(lines, marks))
    if (titles.get(index)?.level === undefined) titles.delete(index)
  return titles
}

// Letters larger than those of the text.
function sizedTitle(line: TextLine, bodySize: number): TitleLine | null {
  if (line.size === undefined || line.size <= bodySize * 1.12 || line.text.length > 200) return null
  return /\p{L}/u.test(line.text) ? { style: `size ${Math.round(line.size * 2)}`, before: 0, after: 0 } : null
}

/** The larger the letters, the higher the title, in whatever order they come. */
function levelSizes(titles: Map<number, TitleLine>): void {
  const sizes = [...new Set([...titles.values()].flatMap(({ style }) => sizeIn(style) ?? []))].sort(
    (a, b) => b - a,
  )
  for (const [index, title] of titles) {
    const size = sizeIn(title.style)
    if (size !== null) titles.set(index, { ...title, level: Math.min(6, sizes.indexOf(size) + 1) })
  }
}

function sizeIn(style: string): number | null {
  const size = /^size (\d+)$/.exec(style)?.[1]
  return size === undefined ? null : Number(size)
}

function markedTitle(
  lines: readonly TextLine[],
  marks: readonly (LineMark | null)[],
  index: number,
): TitleLine | null {
  const [line, mark] = [lines[index], marks[index]]
  if (!line || !mark) return null
  const words = line.text.slice(mark.length)
  if (mark.kind === 'box')
    return columns(words) <= 80 && !endsLikeSentence(words)
      ? { style: mark.style, before: mark.length, after: 0 }
      : null
  if (mark.kind !== 'number' && mark.kind !== 'heading') return null
  if (columns(words) > 110 || words.length < 2 || endsLikeSentence(words)) return null
  if (
    mark.kind === 'number' &&
    isKeyValue(words) &&
    columns(words) < 60 &&
    /[\d:]/.test(words.split(/:\s/)[1] ?? '')
  )
    return null
  const next = lines[index + 1]
  if (!next) return null
  // An item that takes a second line is no title.
  const wraps = !next.isApart && !marks[index + 1] && (/^\p{Ll}/u.test(next.text) || isFull(line, next))
  return wraps ? null : { style: mark.style, before: 0, after: 0 }
}

// 나. 공주시는 도르도뉴의 몽티냐크와 구석기 유적을 매개로: broken where the lines beneath end too, no title is as long.
const isFull = (line: TextLine, next: TextLine) =>
  /^[가-힣]/u.test(line.text) && columns(line.text) >= 48 && Math.abs(line.right - next.right) <= 8

/** The numbered lines of one sequence are items when hardly any of them has text of its own beneath. */
function numberedItems(lines: readonly TextLine[], marks: readonly (LineMark | null)[]): number[] {
  const open = new Map<string, number[]>()
  const sequences: number[][] = []
  for (const [index, mark] of marks.entries()) {
    if (mark?.kind !== 'number' || mark.style.startsWith('1.1')) continue
    const sequence = open.get(mark.style)
    const last = sequence?.at(-1)
    if (sequence && last !== undefined && marks[last]?.number === mark.number - 1) sequence.push(index)
    else {
      const begun = [index]
      open.set(mark.style, begun)
      sequences.push(begun)
    }
  }
  return sequences
    .filter((sequence) => {
      const inner = sequence.slice(0, -1)
      const withText = inner.filter((at) => hasTextBeneath(lines, marks, at)).length
      return inner.length > 0 ? withText * 2 < inner.length : !hasTextBeneath(lines, marks, sequence[0] ?? 0)
    })
    .flat()
}

function hasTextBeneath(
  lines: readonly TextLine[],
  marks: readonly (LineMark | null)[],
  index: number,
): boolean {
  const [line, next, nextMark] = [lines[index], lines[index + 1], marks[index + 1]]
  if (!line || !next) return false
  if (nextMark) return nextMark.style !== marks[index]?.style
  const wraps =
    !next.isApart && (/^\p{Ll}/u.test(next.text) || next.left > line.left + 1 || isFull(line, next))
  return !wraps
}

function plainTitle(lines: readonly TextLine[], index: number): TitleLine | null {
  const [line, next, last] = [lines[index], lines[index + 1], lines[index - 1]]
  if (!line) return null
  const { text } = line
  const hashes = /^(#{1,6})\s+(?=\S)/.exec(text)
  if (hashes) return { style: 'hashes', level: hashes[1]?.length ?? 1, before: hashes[0].length, after: 0 }
  if (next && !next.isApart && /^(?:={3,}|-{3,})$/.test(next.text) && /\p{L}/u.test(text))
    return { style: next.text.startsWith('=') ? 'underlined twice' : 'underlined', before: 0, after: 0 }
  const stars = /^\*\*(?=\S)(?:(?!\*\*).)+\*\*$/u.exec(text)
  if (stars) return { style: 'bold', before: 2, after: 2 }
  if (/^【[^】]{1,60}】$|^<[^<>/=]{2,60}>$|^〈[^〉]{1,60}〉$|^《[^》]{1,60}》$/u.test(text))
    return { style: text[0] ?? '', before: 1, after: 1 }
  if (!/[\p{L}]{2}/u.test(text) || columns(text) > 120 || endsLikeSentence(text)) return null
  if (next && !next.isApart && isRowAbove(text, next.text)) return null
  // « DOLE : UNE PAGE TOURNEE » right above its text is a title, « OBJET : VISITE » by itself is none.
  const isAbove = line.isApart && next !== undefined && !next.isApart && columns(next.text) > 50
  if (isCapitals(text) && (isAbove || !/:\s+\S/.test(text))) return { style: 'capitals', before: 0, after: 0 }
  if (isKeyValue(text) || !/^[\p{Lu}\p{Lo}\p{N}«"“(]/u.test(text)) return null
  const standsAlone = (line.isApart || last === undefined) && (next?.isApart ?? false)
  if (line.isBold && (line.isApart || !last?.isBold) && !next?.isBold && next !== undefined)
    return { style: 'bold', before: 0, after: 0 }
  if (line.isApart && isPair(text) && next !== undefined && !isPair(next.text))
    return { style: 'pair', before: 0, after: 0 }
  if (line.isBold !== undefined && line.size !== undefined) return null
  const limit = /\p{Script=Hangul}/u.test(text) ? 40 : 80
  if (!next || columns(text) > limit) return null
  // What a text begins with, alone on its line, is what it is about.
  return standsAlone && (opensText(line, next) || (index === 0 && lines.length > 3))
    ? { style: 'short', before: 0, after: 0 }
    : null
}

/** What names the columns of a pasted table, in capitals or not, is its first row. */
const isRowAbove = (text: string, next: string) =>
  text.includes('\t') && text.split('\t').length === next.split('\t').length

/** "Ville d’A – Ville de B": the two sides of a tie as a title. */
const isPair = (text: string) =>
  /^[\p{Lu}\p{Lo}][^.;:!?]{1,50} (?:[–—/]|-|↔|et) [\p{Lu}\p{Lo}][^.;:!?]{1,50}$/u.test(text) &&
  / (?:[–—/]|-|↔) /u.test(text)

const endsLikeSentence = (text: string) =>
  /[.;,:!?…]$/u.test(text.replace(/\b(?:etc|M|Mme)\.$/u, '')) && !/^[^.]{2,60}\s?:$/u.test(text)

function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4 && /\p{Lu}{3}/u.test(text)
}

// A short line is a title when something longer, or another title, follows it: else it is one of a list of names.
function opensText(line: TextLine, next: TextLine): boolean {
  if (/\p{L}\s?:$/u.test(line.text)) return false
  return (
    Boolean(readMark(next.text)) ||
    isPair(next.text) ||
    isKeyValue(next.text) ||
    columns(next.text) > Math.max(50, columns(line.text) * 1.2)
  )
}
