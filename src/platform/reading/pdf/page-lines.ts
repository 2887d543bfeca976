import { readMark } from '../lines/line-marks.ts'
import type { TextLine } from '../lines/text-line.ts'
import { runOf } from '../text-runs.ts'
import { type Chunk, joinPieces, type PageItem, pieceLines } from './page-chunks.ts'
import { type Column, readingOrder, usualSpacing } from './page-columns.ts'
import type { Rule } from './page-rules.ts'
import { type PageRow, passageOf, readPageTable } from './page-tables.ts'
import { gridsOf } from './ruled-grids.ts'
import { cutAtGrids } from './ruled-tables.ts'

/** State that goes on from page to page. */
export interface PagesSoFar {
  lines: TextLine[]
  tables: number
}

/** What is on a page: its words, and the lines that are drawn around them. */
export interface PageContent {
  number: number
  items: readonly PageItem[]
  rules: readonly Rule[]
}

/** Adds the lines of a page in reading order; the earlier pages decide whether a paragraph goes on. */
export function addPageLines(
  so: PagesSoFar,
  { number, items, rules }: PageContent,
  isBold: (fontName: string) => boolean,
): void {
  for (const stretch of cutAtGrids(pieceLines(items, isBold), gridsOf(rules))) {
    if ('rows' in stretch) addTable(so, stretch.rows, number)
    else for (const column of readingOrder(stretch.lines)) addColumn(so, column, number)
  }
}

function addTable(so: PagesSoFar, rows: readonly PageRow[], page: number): void {
  so.tables += 1
  so.lines.push(...rows.map((row) => rowLine(passageOf(row, { page, table: so.tables }), so, page)))
}

function addColumn(so: PagesSoFar, { lines: pieces, left, right }: Column, page: number): void {
  const lines = pieces.map(joinPieces)
  const spacing = usualSpacing(lines) || 12
  const width = Math.max(1, right - left)
  let above: Chunk[] | null = null
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? []
    const table = readPageTable(lines, index, spacing)
    if (table) {
      addTable(so, table.rows, page)
      above = null
      index = table.end - 1
      continue
    }
    const text = line.map((chunk) => chunk.text).join(' ')
    so.lines.push({
      text,
      runs: [runOf(text)],
      left: (((line[0]?.left ?? left) - left) / width) * 100,
      right: (((line.at(-1)?.right ?? right) - left) / width) * 100,
      isApart: above ? isApart(above, line, spacing, left) : startsAnew(so.lines.at(-1)),
      line: so.lines.length + 1,
      page,
      size: sizeOf(line),
      isBold: line.every((chunk) => chunk.isBold),
    })
    above = line
  }
}

function rowLine(row: TextLine['given'] & object, so: PagesSoFar, page: number): TextLine {
  return {
    text: row.text,
    runs: [],
    left: 0,
    right: 100,
    isApart: true,
    line: so.lines.length + 1,
    page,
    given: row,
  }
}

// At the head of a column or page a paragraph goes on, unless the one before had ended.
function startsAnew(last: TextLine | undefined): boolean {
  return last === undefined || Boolean(last.given) || /[.!?…:;»”]$/u.test(last.text)
}

function isApart(above: Chunk[], line: Chunk[], spacing: number, left: number): boolean {
  const [over, here] = [above[0], line[0]]
  if (!over || !here) return true
  if (over.baseline - here.baseline > Math.max(spacing, here.size * 1.1) * 1.25) return true
  if (Math.abs(sizeOf(above) - sizeOf(line)) > 0.6) return true
  // Paragraphs without space between them begin a little to the right.
  const isSetIn = here.left - over.left > here.size * 0.7 && Math.abs(over.left - left) < 3
  return isSetIn && !readMark(over.text)
}

const sizeOf = (line: readonly Chunk[]) => Math.max(...line.map(({ size }) => size))
