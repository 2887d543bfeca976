import { type GeoProjection, geoPath } from 'd3-geo'
import type { Polygon } from './atlas.ts'

type Point = [number, number]

/**
 * Polygons as the `d` of one path, in the projection’s pixels: thinned to visible detail (`tolerance`, in pixels), without land smaller
 * than a pixel or two, in relative moves of one decimal.
 */
export function outlinePath(
  projection: GeoProjection,
  polygons: readonly Polygon[],
  tolerance = 0.5,
): string {
  const rings: Point[][] = []
  const pen = {
    beginPath: () => undefined,
    moveTo: (x: number, y: number) => void rings.push([[x, y]]),
    lineTo: (x: number, y: number) => void rings.at(-1)?.push([x, y]),
    closePath: () => undefined,
    arc: () => undefined,
  }
  geoPath(projection, pen)({ type: 'MultiPolygon', coordinates: [...polygons] })
  return rings
    .map((ring) => thin(ring, tolerance))
    .filter(isVisible)
    .map(write)
    .join('')
}

/** Douglas and Peucker's thinning. */
export function thin(points: readonly Point[], tolerance: number): Point[] {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last || points.length < 3) return [...points]
  let farthest = 0
  let index = 0
  points.forEach((point, position) => {
    const off = distanceToSegment(point, first, last)
    if (off > farthest) {
      farthest = off
      index = position
    }
  })
  if (farthest <= tolerance) return [first, last]
  return [
    ...thin(points.slice(0, index + 1), tolerance).slice(0, -1),
    ...thin(points.slice(index), tolerance),
  ]
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax
  const dy = by - ay
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

function isVisible(ring: readonly Point[]): boolean {
  if (ring.length < 3) return false
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  return Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys) > 3
}

function write(ring: readonly Point[]): string {
  let [x, y] = [0, 0]
  const moves = ring.map(([px, py], index) => {
    const move = `${index === 0 ? 'M' : ''}${tenth(px - x)},${tenth(py - y)}`
    // From the rounded position, because roundings would add up along the coast.
    x = index === 0 ? tenth(px) : x + tenth(px - x)
    y = index === 0 ? tenth(py) : y + tenth(py - y)
    return index === 1 ? `l${move}` : move
  })
  return `${moves.join(' ').replaceAll(' -', '-').replaceAll(',-', '-')}z`
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
