import { type Chunk, joinPieces } from './page-chunks.ts'

/** A stretch of a page in one column: its lines of pieces from the top, and where it begins and ends across the page. */
export interface Column {
  lines: Chunk[][]
  left: number
  right: number
}

interface Gap {
  from: number
  to: number
}

const fewestLines = 4
/** Points that part two columns, at the least. */
const narrowest = 7

/** The columns of a page in reading order; what goes across the page is a column of its own. */
export function readingOrder(lines: readonly Chunk[][], depth = 0): Column[] {
  const gutter = depth < 3 ? findGutter(lines) : null
  if (!gutter) return lines.length === 0 ? [] : [columnOf(lines)]
  const { first, last, at } = gutter
  const side = (isOn: (chunk: Chunk) => boolean) =>
    lines
      .slice(first, last)
      .map((line) => line.filter(isOn))
      .filter(({ length }) => length > 0)
  return [
    ...readingOrder(lines.slice(0, first), depth + 1),
    ...readingOrder(side(isLeft(at)), depth + 1),
    ...readingOrder(side(isRight(at)), depth + 1),
    ...readingOrder(lines.slice(last), depth + 1),
  ]
}

/** Where the gap between two columns of running text is, and from which line to before which; a table has short cells instead. */
function findGutter(lines: readonly Chunk[][]): { at: number; first: number; last: number } | null {
  const gaps = lines.flatMap((line) => gapsOf(line)).filter(({ from, to }) => to - from > narrowest)
  for (const at of candidates(gaps)) {
    let first = 0
    for (let index = 0; index <= lines.length; index += 1) {
      const line = lines[index]
      if (line && !line.some(({ left, right }) => left < at && right > at)) continue
      const band = trimBand(lines, first, index, at)
      if (band && isRunningText(lines.slice(band.first, band.last), at)) return { at, ...band }
      first = index + 1
    }
  }
  return null
}

function gapsOf(line: readonly Chunk[]): Gap[] {
  return line.slice(1).map(({ left }, index) => ({ from: line[index]?.right ?? left, to: left }))
}

// The middles of the gaps that most lines share, the most frequent first.
function candidates(gaps: readonly Gap[]): number[] {
  const shared: (Gap & { count: number })[] = []
  for (const { from, to } of [...gaps].sort((a, b) => a.to - b.to)) {
    const known = shared.find((gap) => Math.max(gap.from, from) < Math.min(gap.to, to) - 2)
    if (!known) shared.push({ from, to, count: 1 })
    else
      Object.assign(known, {
        from: Math.max(known.from, from),
        to: Math.min(known.to, to),
        count: known.count + 1,
      })
  }
  return shared
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, 4)
    .map(({ from, to }) => (from + to) / 2)
}

// What lies above and below the columns, further away than their own lines, does not belong to them.
function trimBand(
  lines: readonly Chunk[][],
  from: number,
  to: number,
  at: number,
): { first: number; last: number } | null {
  const isOnBoth = (line: readonly Chunk[] | undefined) =>
    Boolean(line?.some(isLeft(at)) && line.some(isRight(at)))
  let first = from
  let last = to
  while (first < last && !isOnBoth(lines[first])) first += 1
  while (last > first && !isOnBoth(lines[last - 1])) last -= 1
  if (last - first < 2) return null
  const spacing = usualSpacing(lines.slice(first, last))
  // The foot of the page may have something on both sides too.
  while (last - first > 1 && spaceBelow(lines, last - 2) > spacing * 3) last -= 1
  // Lines that end where the left column does are of it, however short the right one is.
  let full = last
  for (let index = last; index < to && spaceBelow(lines, index - 1) <= spacing * 3; index += 1)
    if (isFull(lines[index] ?? [], at)) full = index + 1
  last = full
  while (first > from && spaceBelow(lines, first - 1) <= spacing * 1.7) first -= 1
  while (last < to && spaceBelow(lines, last - 1) <= spacing * 1.7) last += 1
  return { first, last }
}

function isFull(line: readonly Chunk[], at: number): boolean {
  const [first, last] = [line[0], line.at(-1)]
  return Boolean(first && last && at - last.right < (at - first.left) * 0.12)
}

function isRunningText(lines: readonly Chunk[][], at: number): boolean {
  if (lines.length < fewestLines) return false
  return [isLeft(at), isRight(at)].every((isOn) => {
    const side = lines.map((line) => joinPieces(line.filter(isOn))).filter(({ length }) => length > 0)
    const lengths = side.map((chunks) => chunks.reduce((sum, { text }) => sum + text.length, 0))
    // Columns within a column are a table.
    const inPieces = side.filter(({ length }) => length > 1).length
    return side.length > 1 && middle(lengths) >= 18 && inPieces * 3 <= side.length
  })
}

const isLeft = (at: number) => (chunk: Chunk) => chunk.right <= at
const isRight = (at: number) => (chunk: Chunk) => chunk.left >= at

const baselineOf = (line: readonly Chunk[] | undefined) => line?.[0]?.baseline ?? 0
const spaceBelow = (lines: readonly Chunk[][], index: number) =>
  baselineOf(lines[index]) - baselineOf(lines[index + 1])

/** The usual distance from line to line. */
export function usualSpacing(lines: readonly Chunk[][]): number {
  const spaces = lines
    .slice(1)
    .map((_, index) => spaceBelow(lines, index))
    .filter((space) => space > 0)
  return middle(spaces)
}

function columnOf(lines: readonly Chunk[][]): Column {
  const chunks = lines.flat()
  return {
    lines: [...lines],
    left: Math.min(...chunks.map(({ left }) => left)),
    right: Math.max(...chunks.map(({ right }) => right)),
  }
}

function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
