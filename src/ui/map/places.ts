import type { Inset } from './base-map.ts'
import type { MapEnd } from './map-tie.ts'

export type XY = [number, number]

/** The position of an inset on the sheet, and its scale. */
export interface Placement {
  inset: Inset
  x: number
  y: number
  scale: number
}

/** An end of a tie with its place on the sheet; null if it is off the map or its place is unknown. */
export interface Place {
  end: MapEnd
  at: XY | null
  /** The country of the map it belongs to, from 0; -1 for none of them. */
  side: number
}

/** Finds an end's place: in its own country's inset first, then in any other that shows the point. */
export function placeEnd(end: MapEnd, placements: readonly Placement[]): Place {
  const side = placements.findIndex(({ inset }) => inset.code === end.country)
  const own = placements[side]
  const at = own && end.point ? onSheet(own, end.point) : null
  return { end, at, side }
}

function onSheet({ inset, x, y, scale }: Placement, point: readonly [number, number]): XY | null {
  const inside = inset.project(point)
  return inside ? [round(x + inside[0] * scale), round(y + inside[1] * scale)] : null
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
