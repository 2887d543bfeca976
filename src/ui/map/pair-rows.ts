import type { MapTie } from './map-tie.ts'
import type { Place } from './places.ts'

/** One tie as a line of the map: its ends on either side, with their places, and the height of its straight part. */
export interface Row {
  tie: MapTie
  left: Place[]
  right: Place[]
  y: number
}

interface Spread {
  height: number
  /** Room kept free at the bottom. */
  bottom: number
  /** Most and least distance between two rows. */
  most: number
  least: number
}

/**
 * Gives each tie a row of its own in the middle of the map, in the order of its ends from north to south, so that lines cross as little as
 * possible. A tie without a place goes last.
 */
export function spreadRows(ties: readonly Omit<Row, 'y'>[], spread: Spread): Row[] {
  const ordered = [...ties].sort((a, b) => middleHeight(a) - middleHeight(b))
  const room = spread.height - spread.bottom
  const step = Math.max(spread.least, Math.min(spread.most, room / (ordered.length + 0.5)))
  const first = Math.max(step * 0.9, room / 2 - (step * (ordered.length - 1)) / 2 + step * 0.2)
  return ordered.map((tie, index) => ({ ...tie, y: Math.round(first + index * step) }))
}

/** The height of a map in which rows are `least` pixels apart. */
export function heightForRows(count: number, least: number, bottom: number): number {
  return Math.ceil((count + 0.5) * least + bottom)
}

/** A line that leaves its point and becomes level at `(x, y)`. */
export function easing(from: readonly [number, number], x: number, y: number): string {
  const middle = Math.round((from[0] + x) / 2)
  return `M${from[0]},${from[1]}C${middle},${from[1]} ${middle},${y} ${x},${y}`
}

function middleHeight({ left, right }: Omit<Row, 'y'>): number {
  const heights = [...left, ...right].flatMap((place) => (place.at ? [place.at[1]] : []))
  if (heights.length === 0) return Number.POSITIVE_INFINITY
  return heights.reduce((sum, height) => sum + height, 0) / heights.length
}
