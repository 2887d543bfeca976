import { geoArea } from 'd3-geo'
import type { Polygon, Position } from './atlas.ts'

/** The distance in degrees within which an island still belongs to the picture of its country. */
const nearby = 2.5
/** Smaller land (in steradians, about 30 km²) does not widen the picture. */
const smallest = 7.5e-7

/** The polygons of a country’s picture: its largest and those around it, so that Réunion does not shrink Limoges. */
export function framingPolygons(polygons: readonly Polygon[]): Polygon[] {
  const measured = polygons
    .map((polygon) => ({
      polygon,
      area: geoArea({ type: 'Polygon', coordinates: polygon }),
      box: boxOf(polygon),
    }))
    .filter(({ area }) => area >= smallest)
    .sort((a, b) => b.area - a.area)
  const [largest, ...rest] = measured
  if (!largest) return [...polygons]
  let box = largest.box
  const framed = [largest.polygon]
  // Twice: an island may be near only to another island.
  for (const pass of [rest, [...rest]]) {
    for (const candidate of pass) {
      if (framed.includes(candidate.polygon) || distance(box, candidate.box) > nearby) continue
      framed.push(candidate.polygon)
      box = union(box, candidate.box)
    }
  }
  return framed
}

export interface Box {
  west: number
  south: number
  east: number
  north: number
}

export function boxOf(polygon: Polygon): Box {
  return (polygon[0] ?? []).reduce(extend, { west: 180, south: 90, east: -180, north: -90 })
}

/** Degrees between two boxes; 0 when they touch. */
export function distance(a: Box, b: Box): number {
  const across = Math.max(a.west - b.east, b.west - a.east, 0)
  const along = Math.max(a.south - b.north, b.south - a.north, 0)
  return Math.max(across, along)
}

function extend(box: Box, [longitude, latitude]: Position): Box {
  return {
    west: Math.min(box.west, longitude),
    south: Math.min(box.south, latitude),
    east: Math.max(box.east, longitude),
    north: Math.max(box.north, latitude),
  }
}

function union(a: Box, b: Box): Box {
  return {
    west: Math.min(a.west, b.west),
    south: Math.min(a.south, b.south),
    east: Math.max(a.east, b.east),
    north: Math.max(a.north, b.north),
  }
}
