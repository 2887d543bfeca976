import type { Rule } from './page-rules.ts'

/** A table whose cells are drawn: the places of its lines, from the left and from the top, and which parts of them are drawn. */
export interface Grid {
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
export function cellAt(grid: Grid, x: number, y: number): { row: number; column: number } | null {
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
