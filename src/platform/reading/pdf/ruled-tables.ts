import { joinLines } from '../lines/wrapped-lines.ts'
import { runOf } from '../text-runs.ts'
import { type Chunk, joinPieces } from './page-chunks.ts'
import type { Rule } from './page-rules.ts'
import { isHeadRow, type PageRow } from './page-tables.ts'

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

/** A table whose cells are drawn: the places of its lines, from the left and from the top, and which parts of them are drawn. */
interface Grid {
  xs: number[]
  ys: number[]
  rules: readonly Rule[]
}

const near = 3

/** The tables that the lines of a page draw: two columns and two rows at the least. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  return groupsOf(rules).flatMap((group) => {
    const xs = places(group.filter(({ isAcross }) => !isAcross)).sort((a, b) => a - b)
    const ys = places(group.filter(({ isAcross }) => isAcross)).sort((a, b) => b - a)
    return xs.length > 2 && ys.length > 2 ? [{ xs, ys, rules: group }] : []
  })
}

/** Lines that touch each other, directly or by others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = []
  for (const rule of rules) {
    const touching = groups.filter((group) => group.some((other) => areTouching(rule, other)))
    const [first, ...others] = touching
    if (!first) {
      groups.push([rule])
      continue
    }
    first.push(rule, ...others.flat())
    for (const other of others) groups.splice(groups.indexOf(other), 1)
  }
  return groups
}

function areTouching(one: Rule, other: Rule): boolean {
  if (one.isAcross === other.isAcross)
    return Math.abs(one.at - other.at) < near && one.from < other.to + near && other.from < one.to + near
  return (
    one.at > other.from - near &&
    one.at < other.to + near &&
    other.at > one.from - near &&
    other.at < one.to + near
  )
}

function places(rules: readonly Rule[]): number[] {
  const found: number[] = []
  for (const { at } of [...rules].sort((a, b) => a.at - b.at)) {
    const last = found.at(-1)
    if (last === undefined || at - last > near) found.push(at)
  }
  return found
}

/** The cell in which a point lies, the first one of a merged cell; null outside. */
function cellAt(grid: Grid, x: number, y: number): { row: number; column: number } | null {
  const { xs, ys } = grid
  let column = xs.findLastIndex((edge) => edge <= x + 0.5)
  let row = ys.findLastIndex((edge) => edge >= y - 0.5)
  if (column < 0 || row < 0 || column >= xs.length - 1 || row >= ys.length - 1) return null
  const middleOf = (edges: readonly number[], at: number) => ((edges[at] ?? 0) + (edges[at + 1] ?? 0)) / 2
  while (column > 0 && !isDrawn(grid, false, xs[column] ?? 0, middleOf(ys, row))) column -= 1
  while (row > 0 && !isDrawn(grid, true, ys[row] ?? 0, middleOf(xs, column))) row -= 1
  return { row, column }
}

function isDrawn({ rules }: Grid, isAcross: boolean, at: number, through: number): boolean {
  return rules.some(
    (rule) =>
      rule.isAcross === isAcross &&
      Math.abs(rule.at - at) <= near &&
      rule.from <= through &&
      rule.to >= through,
  )
}
