import { joinLines } from '../lines/wrapped-lines.ts'
import { runOf } from '../text-runs.ts'
import { type Chunk, joinPieces } from './page-chunks.ts'
import { isHeadRow, type PageRow } from './page-tables.ts'
import { cellAt, type Grid } from './ruled-grids.ts'

/** A page in stretches from its top: lines of pieces between tables that are drawn, and their rows. */
export type Stretch = { lines: Chunk[][] } | { rows: PageRow[] }

/** Takes the tables that are drawn out of the lines of a page. */
export function cutAtGrids(lines: readonly Chunk[][], grids: readonly Grid[]): Stretch[] {
  const stretches: Stretch[] = []
  let left: Chunk[][] = [...lines]
  for (const grid of [...grids].sort((a, b) => (b.ys[0] ?? 0) - (a.ys[0] ?? 0))) {
    const isInside = ({ left: x, baseline, size }: Chunk) =>
      cellAt(grid, x + 1, baseline + size * 0.3) !== null
    const inside = left.map((line) => line.filter(isInside))
    // A table that has text beside it is read with that text.
    const isBeside = left.some(
      (line, index) => (inside[index]?.length ?? 0) > 0 && (inside[index]?.length ?? 0) < line.length,
    )
    if (isBeside || inside.flat().length === 0) continue
    const first = inside.findIndex((line) => line.length > 0)
    const last = inside.findLastIndex((line) => line.length > 0)
    stretches.push({ lines: left.slice(0, first) }, { rows: rowsOf(grid, inside.slice(first, last + 1)) })
    left = left.slice(last + 1)
  }
  return [...stretches, { lines: left }]
}

function rowsOf(grid: Grid, lines: readonly Chunk[][]): PageRow[] {
  const cells = grid.ys.slice(1).map(() => grid.xs.slice(1).map((): Chunk[][] => []))
  for (const line of lines) {
    const byCell = Map.groupBy(line, ({ left, baseline, size }) => {
      const { row = 0, column = 0 } = cellAt(grid, left + 1, baseline + size * 0.3) ?? {}
      return row * grid.xs.length + column
    })
    for (const [place, pieces] of byCell)
      cells[Math.floor(place / grid.xs.length)]?.[place % grid.xs.length]?.push(pieces)
  }
  const rows = cells.map((row) => row.map(textOf)).filter((row) => row.some(({ text }) => text !== ''))
  return rows.map((row, index) => ({
    cells: row.map(({ text }) => text),
    isHead: index === 0 && isHeadRow(rows),
  }))
}

function textOf(lines: readonly Chunk[][]): { text: string; isBold: boolean } {
  const chunks = lines.map(joinPieces)
  const runs = chunks.map((line) => [runOf(line.map(({ text }) => text).join(' '))])
  const text = joinLines(runs, () => false)
    .map((run) => run.text)
    .join('')
  return { text, isBold: chunks.flat().every(({ isBold }) => isBold) }
}
