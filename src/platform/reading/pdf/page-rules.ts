/** A straight line drawn on a page: across at `at` points from its foot, or down at `at` points from its left edge. */
export interface Rule {
  isAcross: boolean
  at: number
  from: number
  to: number
}

/** What a page is drawn with, as pdf.js lists it. */
export interface Drawing {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
}

/** The numbers of the orders that matter here. */
export type Orders = Record<
  'save' | 'restore' | 'transform' | 'constructPath' | 'endPath' | 'fill' | 'eoFill',
  number
>

type Matrix = readonly [number, number, number, number, number, number]

const shortest = 6
const thickest = 3

/** The lines of a page, thin filled boxes among them, which is how many programs draw the borders of tables. */
export function rulesOf({ fnArray, argsArray }: Drawing, orders: Orders): Rule[] {
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [index, order] of fnArray.entries()) {
    const args = argsArray[index]
    if (order === orders.save) saved.push(matrix)
    else if (order === orders.restore) matrix = saved.pop() ?? matrix
    else if (order === orders.transform && Array.isArray(args)) matrix = times(matrix, args.map(Number))
    else if (order === orders.constructPath && Array.isArray(args)) {
      const [paint, [points] = []] = args as [number, [unknown]?]
      if (paint === orders.endPath || !(points instanceof Float32Array)) continue
      const isFilled = paint === orders.fill || paint === orders.eoFill
      for (const path of pathsOf(points, matrix)) rules.push(...(isFilled ? thinBox(path) : sidesOf(path)))
    }
    // A page with more is a drawing.
    if (rules.length > 3_000) return []
  }
  return rules
}

type Point = [number, number]

/** The straight paths among these points, each from point to point. */
function pathsOf(points: Float32Array, matrix: Matrix): Point[][] {
  const paths: Point[][] = []
  let path: Point[] = []
  for (let at = 0; at < points.length; ) {
    const kind = points[at] ?? 4
    const [x, y] = [points[at + 1] ?? 0, points[at + 2] ?? 0]
    if (kind === 4) path.push(path[0] ?? [0, 0])
    if (kind === 0) {
      path = []
      paths.push(path)
    }
    if (kind <= 1)
      path.push([matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]])
    // A curve bounds no table.
    if (kind === 2 || kind === 3) path = []
    at += [3, 3, 7, 5, 1][kind] ?? 1
  }
  return paths
}

function sidesOf(path: readonly Point[]): Rule[] {
  return path.slice(1).flatMap((point, index) => rule(path[index] ?? point, point))
}

function thinBox(path: readonly Point[]): Rule[] {
  const [xs, ys] = [path.map(([x]) => x), path.map(([, y]) => y)]
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (top - bottom < thickest) return rule([left, (top + bottom) / 2], [right, (top + bottom) / 2])
  return right - left < thickest ? rule([(left + right) / 2, bottom], [(left + right) / 2, top]) : []
}

function rule([x, y]: Point, [toX, toY]: Point): Rule[] {
  const [across, down] = [Math.abs(toX - x), Math.abs(toY - y)]
  if (across > shortest && down < 1)
    return [{ isAcross: true, at: y, from: Math.min(x, toX), to: Math.max(x, toX) }]
  return down > shortest && across < 1
    ? [{ isAcross: false, at: x, from: Math.min(y, toY), to: Math.max(y, toY) }]
    : []
}

function times(m: Matrix, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [
    m[0] * a + m[2] * b,
    m[1] * a + m[3] * b,
    m[0] * c + m[2] * d,
    m[1] * c + m[3] * d,
    m[0] * e + m[2] * f + m[4],
    m[1] * e + m[3] * f + m[5],
  ]
}
