import { type TextLine, usualSize } from './text-line.ts'

/** The lines of a text without the numbers of pages and what is printed at the head and foot of each page. */
export function dropRunningLines(lines: readonly TextLine[]): { lines: TextLine[]; dropped: number } {
  const pageLines = pageNumberLines(lines)
  if (pageLines.size === 0 && !lines.some(({ page }) => page !== null))
    return { lines: [...lines], dropped: 0 }
  const running = new Set([...pageLines, ...repeatedLines(lines, pageLines)])
  const kept: TextLine[] = []
  let isAfterCut = false
  for (const [index, line] of lines.entries()) {
    if (running.has(index)) {
      isAfterCut = true
      continue
    }
    // A sentence that a page cut goes on as if nothing lay between.
    const goesOn =
      isAfterCut && !/[.!?…:;»”]$/u.test(kept.at(-1)?.text ?? '.') && /^[\p{Ll}\p{Lo}]/u.test(line.text)
    kept.push(isAfterCut ? { ...line, isApart: !goesOn } : line)
    isAfterCut = false
  }
  return { lines: kept, dropped: running.size }
}

/** A line as it is on every page: its numbers may change. */
export const foldLine = (text: string) => text.toLowerCase().replace(/\d+/g, '0').replace(/\s+/g, ' ')

const numberOfMany = /^\W*(?:page|p\.)?\s*(\d{1,4})\s*(?:\/|sur|of|de|중)\s*\d{1,4}\s*(?:쪽|페이지)?\W*$/iu
const markedNumber = /^(?:[-–—]\s*(\d{1,4})\s*[-–—]|(?:page|p\.)\s*(\d{1,4})|(\d{1,4})\s*(?:쪽|페이지))$/iu

function pageNumberLines(lines: readonly TextLine[]): Set<number> {
  const found = new Set<number>()
  const bare: { index: number; number: number }[] = []
  for (const index of countedLines(lines)) found.add(index)
  for (const [index, { text, page }] of lines.entries()) {
    if (text.length > 24) continue
    if (numberOfMany.test(text) || markedNumber.test(text)) found.add(index)
    else if (text === String(page) && (lines[index + 1]?.page !== page || lines[index - 1]?.page !== page))
      found.add(index)
    else if (/^\d{1,4}$/.test(text)) bare.push({ index, number: Number(text) })
  }
  // Numbers alone on a line are those of pages when they count up.
  for (const [at, { index, number }] of bare.entries()) {
    const isNext = bare[at - 1]?.number === number - 1 || bare[at + 1]?.number === number + 1
    if (isNext && bare.length > 2 && isLonely(bare, at)) found.add(index)
  }
  return found
}

/** « Groupe-pays Japon – 17 juin 2016    3/4 »: the same line at the foot of each page, which it counts. */
function countedLines(lines: readonly TextLine[]): number[] {
  const counted = lines.flatMap(({ text }, index) => {
    const match = text.length > 160 ? null : /^(.*\S)\s+(\d{1,3}) ?\/ ?(\d{1,3})\W*$/u.exec(text)
    return match ? [{ index, key: `${match[1]} /${match[3]}`, number: Number(match[2]) }] : []
  })
  return [...Map.groupBy(counted, ({ key }) => key).values()]
    .filter(
      (same) =>
        same.length > 1 &&
        same.every(({ number }, at) => at === 0 || number === (same[at - 1]?.number ?? 0) + 1),
    )
    .flatMap((same) => same.map(({ index }) => index))
}

// Between two page numbers there are lines of text; figures in a column follow directly under each other.
function isLonely(bare: readonly { index: number }[], at: number): boolean {
  const here = bare[at]?.index ?? 0
  return (
    Math.abs(here - (bare[at - 1]?.index ?? -9)) > 4 && Math.abs((bare[at + 1]?.index ?? here + 9) - here) > 4
  )
}

function repeatedLines(lines: readonly TextLine[], pageLines: ReadonlySet<number>): number[] {
  const places = new Map<string, Place[]>()
  for (const [index, { text, page, size = 0 }] of lines.entries()) {
    if (pageLines.has(index) || text.length > 160) continue
    const key = `${size} ${foldLine(text)}`
    const numbers = (text.match(/\d+/g) ?? []).map(Number)
    const place = { index, page, numbers, isAtEdge: isAtEdge(lines, pageLines, index) }
    const known = places.get(key)
    if (known) known.push(place)
    else places.set(key, [place])
  }
  const body = usualSize(lines)
  return [...places.values()]
    .filter((same) => same.length > 1 && same.filter((place) => place.isAtEdge).length * 3 >= same.length * 2)
    .filter((same) => areSame(same, (lines[same[0]?.index ?? 0]?.size ?? body) <= body * 1.12))
    .flatMap((same) => same.filter((place) => place.isAtEdge).map(({ index }) => index))
}

interface Place {
  index: number
  page: number | null
  numbers: number[]
  isAtEdge: boolean
}

/** Whether places repeat one line on each page: one of its numbers may count the pages. "Article 3" over "Article 4" are two titles. */
function areSame(places: readonly Place[], mayCount: boolean): boolean {
  const [first, ...others] = places
  if (!first) return false
  const differing = first.numbers
    .map((_, at) => at)
    .filter((at) => others.some(({ numbers }) => numbers[at] !== first.numbers[at]))
  const [at] = differing
  if (at === undefined) return true
  if (!mayCount || differing.length > 1) return false
  const steps = others.map(({ numbers, page }, index) => {
    const before = places[index]
    return (numbers[at] ?? 0) - (before?.numbers[at] ?? 0) - ((page ?? index + 1) - (before?.page ?? index))
  })
  return steps.filter((step) => step !== 0).length * 5 <= steps.length
}

function isAtEdge(lines: readonly TextLine[], pageLines: ReadonlySet<number>, index: number): boolean {
  const page = lines[index]?.page
  if (page !== null && (index < 2 || index >= lines.length - 2)) return true
  return [-3, -2, -1, 1, 2, 3].some(
    (step) =>
      pageLines.has(index + step) || (Math.abs(step) < 3 && (lines[index + step]?.page ?? page) !== page),
  )
}
