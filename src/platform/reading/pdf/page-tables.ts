import { draftRow } from '../draft-passage.ts'
import type { TextPassage } from '../text-document.ts'
import { runOf } from '../text-runs.ts'
import type { Chunk } from './page-chunks.ts'

export interface PageRow {
  cells: string[]
  isHead: boolean
}

export interface PageTable {
  /** The line after its last one. */
  end: number
  rows: PageRow[]
}

export function passageOf({ cells, isHead }: PageRow, place: { page: number; table: number }): TextPassage {
  return draftRow(
    cells.map((text) => ({ runs: [runOf(text)], isHead })),
    place,
  )
}

/** Whether the first row names the columns: it alone is bold, or without a figure. */
export function isHeadRow([first = [], ...others]: readonly { text: string; isBold: boolean }[][]): boolean {
  if (others.length === 0) return false
  const isBold = (row: readonly { isBold: boolean }[]) => row.every((cell) => cell.isBold)
  const hasFigure = (row: readonly { text: string }[]) => row.some(({ text }) => /\d/.test(text))
  return (isBold(first) && !others.every(isBold)) || (!hasFigure(first) && others.some(hasFigure))
}

/** The table that begins at a line of a column: lines of several chunks that line up under each other; or null. */
export function readPageTable(lines: readonly Chunk[][], from: number, spacing: number): PageTable | null {
  if ((lines[from]?.length ?? 0) < 2) return null
  let end = from + 1
  while (isOfTable(lines, from, end, spacing)) end += 1
  const rows = lines.slice(from, end)
  if (rows.filter(({ length }) => length > 1).length < 2) return null
  const columns = columnsOf(rows)
  if (!areShared(columns, rows)) return null
  const texts = mergeWrapped(
    rows.map((row) => ({
      cells: cellsOf(row, columns),
      isWrapped: row.length < columns.length && !startsRow(row, columns),
    })),
  )
  const isBold = rows[0]?.every((chunk) => chunk.isBold) ?? false
  const named = texts.map((row, index) => row.map((text) => ({ text, isBold: index === 0 && isBold })))
  return { end, rows: texts.map((cells, index) => ({ cells, isHead: index === 0 && isHeadRow(named) })) }
}

// A line with one chunk goes on with a cell above it, when it is close and in a column.
function isOfTable(lines: readonly Chunk[][], from: number, index: number, spacing: number): boolean {
  const [line, above] = [lines[index], lines[index - 1]]
  if (!line?.[0] || !above?.[0]) return false
  const space = above[0].baseline - line[0].baseline
  if (line.length > 1) return space < spacing * 4
  const columns = columnsOf(lines.slice(from, index))
  return (
    space < spacing * 1.3 &&
    !startsRow(line, columns) &&
    columns.some((column) => Math.abs(column - (line[0]?.left ?? 0)) < 6)
  )
}

/** Where the columns begin: the left edges of the row that has most cells, and those of the others that fit none. */
function columnsOf(rows: readonly (readonly Chunk[])[]): number[] {
  const columns: number[] = []
  for (const row of [...rows].sort((a, b) => b.length - a.length)) {
    for (const { left, right } of row) {
      if (!columns.some((column) => column >= left - 12 && column <= Math.max(right, left + 12)))
        columns.push(left)
    }
  }
  return columns.sort((a, b) => a - b)
}

// Wide spaces in two lines are a table only when they line up under each other.
function areShared(columns: readonly number[], rows: readonly (readonly Chunk[])[]): boolean {
  return columns
    .slice(1)
    .some(
      (column) =>
        rows.filter((row) =>
          row
            .slice(1)
            .some(({ left, right }) => Math.abs(left - column) < 4 || (left < column && right > column)),
        ).length > 1,
    )
}

const startsRow = (row: readonly Chunk[], columns: readonly number[]) =>
  (row[0]?.left ?? 0) < (columns[1] ?? Number.POSITIVE_INFINITY) - 12

function cellsOf(row: readonly Chunk[], columns: readonly number[]): string[] {
  const cells = columns.map(() => '')
  for (const { text, left, right } of row) {
    const at = columns.findLastIndex((column) => column <= Math.max(left + 12, Math.min(right, left + 12)))
    const index = Math.max(0, at)
    cells[index] = [cells[index], text].filter(Boolean).join(' ')
  }
  return cells
}

function mergeWrapped(rows: readonly { cells: string[]; isWrapped: boolean }[]): string[][] {
  const merged: string[][] = []
  for (const { cells, isWrapped } of rows) {
    const above = merged.at(-1)
    if (!above || !isWrapped) merged.push(cells)
    else
      for (const [index, text] of cells.entries())
        if (text !== '') above[index] = `${above[index] ?? ''} ${text}`.trim()
  }
  return merged
}
