import { type GeoProjection, geoAzimuthalEqualArea, geoCentroid, geoPath } from 'd3-geo'
import { numericCode, type Outline, type Polygon, readOutlines } from './atlas.ts'
import { boxOf, distance, framingPolygons } from './frame.ts'
import { outlinePath } from './outline-path.ts'
import { drawWorld, type World } from './world.ts'

/** One country drawn by itself, in its own pixels; `project` maps a point of the globe to them. */
export interface Inset {
  code: string
  width: number
  height: number
  /** `d` of the country's own land, and of the land around it. */
  land: string
  around: string
  project: (point: readonly [number, number]) => [number, number] | null
}

export interface BaseMap {
  insets: Inset[]
  world: World
}

/** The box for a country’s picture, and the strip around it in which neighbours appear. */
const box = { width: 350, height: 420, margin: 14 }
const drawings = new Map<string, BaseMap>()
const mostDrawings = 60

/** The land beneath the ties of these countries (ISO 3166-1 alpha-2, in the order shown): drawn once, then kept. */
export function baseMap(codes: readonly string[]): BaseMap {
  const key = codes.join(' ')
  const known = drawings.get(key)
  if (known) return known
  const world = readOutlines('110m')
  const close = readOutlines('10m', neighbourhood(codes, world))
  const drawn = { insets: codes.map((code) => drawInset(code, close)), world: drawWorld(codes, world) }
  const [oldest] = drawings.keys()
  if (drawings.size >= mostDrawings && oldest !== undefined) drawings.delete(oldest)
  drawings.set(key, drawn)
  return drawn
}

/** The requested countries and those around them: reading all of the detailed atlas would take three times as long. */
function neighbourhood(codes: readonly string[], world: readonly Outline[]): Set<string> {
  const wanted = new Set(codes.map(numericCode))
  const framed = world
    .filter(({ numeric }) => wanted.has(numeric))
    .flatMap(({ polygons }) => framingPolygons(polygons).map(boxOf))
  const near = world.filter(({ polygons }) =>
    polygons.some((polygon) => framed.some((own) => distance(boxOf(polygon), own) < 3)),
  )
  return new Set([...wanted, ...near.map(({ numeric }) => numeric)])
}

function drawInset(code: string, outlines: readonly Outline[]): Inset {
  const own = outlines.find((outline) => outline.numeric === numericCode(code))
  const frame = framingPolygons(own?.polygons ?? [])
  const projection = fit(frame)
  const { width, height } = sizeOf(projection, frame)
  projection.clipExtent([
    [0, 0],
    [width, height],
  ])
  const frameBoxes = frame.map(boxOf)
  const around = outlines
    .filter((outline) => outline !== own)
    .flatMap((outline) => outline.polygons)
    .filter((polygon) => frameBoxes.some((framed) => distance(boxOf(polygon), framed) < 3))
  return {
    code,
    width,
    height,
    land: outlinePath(projection, own?.polygons ?? []),
    around: outlinePath(projection, around, 1),
    project: (point) => {
      const placed = projection([point[0], point[1]])
      if (!placed || placed[0] < 0 || placed[1] < 0 || placed[0] > width || placed[1] > height) return null
      return [Math.round(placed[0] * 10) / 10, Math.round(placed[1] * 10) / 10]
    },
  }
}

function fit(frame: Polygon[]): GeoProjection {
  const shape = multiPolygon(frame)
  const [longitude, latitude] = frame.length > 0 ? geoCentroid(shape) : [0, 0]
  const projection = geoAzimuthalEqualArea().precision(0).rotate([-longitude, -latitude])
  const inner: [[number, number], [number, number]] = [
    [box.margin, box.margin],
    [box.width - box.margin, box.height - box.margin],
  ]
  if (frame.length === 0) return projection.fitExtent(inner, { type: 'Sphere' })
  projection.fitExtent(inner, shape)
  // Fitting centres the land in the box; the box then shrinks to the land.
  const [[left, top]] = geoPath(projection).bounds(shape)
  const [x, y] = projection.translate()
  return projection.translate([x - left + box.margin, y - top + box.margin])
}

function sizeOf(projection: GeoProjection, frame: Polygon[]): { width: number; height: number } {
  if (frame.length === 0) return { width: box.width, height: box.height }
  const [, [right, bottom]] = geoPath(projection).bounds(multiPolygon(frame))
  return { width: Math.ceil(right + box.margin), height: Math.ceil(bottom + box.margin) }
}

function multiPolygon(polygons: Polygon[]): GeoJSON.MultiPolygon {
  return { type: 'MultiPolygon', coordinates: polygons }
}
