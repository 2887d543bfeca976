import { type GeoProjection, geoCentroid, geoEqualEarth, geoInterpolate, geoPath } from 'd3-geo'
import { numericCode, type Outline, type Polygon, type Position } from './atlas.ts'
import { framingPolygons } from './frame.ts'
import { outlinePath } from './outline-path.ts'

/** The whole world, small: the places of the countries, and the shortest way between the first two. */
export interface World {
  width: number
  height: number
  land: string
  /** `d` of each country, in the requested order. */
  countries: string[]
  centres: [number, number][]
  arc: string
}

/** Draws the world turned so that the countries are around its middle: neither is at an edge. */
export function drawWorld(codes: readonly string[], outlines: readonly Outline[], width = 220): World {
  const own = codes.map(
    (code) => outlines.find(({ numeric }) => numeric === numericCode(code))?.polygons ?? [],
  )
  const centres = own.map(centreOf)
  const projection = geoEqualEarth()
    .rotate([-middleLongitude(centres), 0])
    .fitWidth(width, { type: 'Sphere' })
  const [[, top], [, bottom]] = geoPath(projection).bounds({ type: 'Sphere' })
  // Antarctica would take a fifth of the height, and has no cooperation.
  const land = outlines.filter(({ numeric }) => numeric !== '010').flatMap(({ polygons }) => polygons)
  const [from, to] = centres
  return {
    width,
    height: Math.round((bottom - top) * 0.86),
    land: outlinePath(projection, land, 1.4),
    countries: own.map((polygons) => outlinePath(projection, polygons, 0.3)),
    centres: centres.map((centre) => place(projection, centre)),
    arc:
      from && to
        ? (geoPath(projection).digits(1)({ type: 'LineString', coordinates: [from, to] }) ?? '')
        : '',
  }
}

function centreOf(polygons: Polygon[]): Position {
  if (polygons.length === 0) return [0, 0]
  return geoCentroid({ type: 'MultiPolygon', coordinates: framingPolygons(polygons) })
}

function middleLongitude([from, to]: Position[]): number {
  if (!from) return 0
  return to ? geoInterpolate([from[0], 0], [to[0], 0])(0.5)[0] : from[0]
}

function place(projection: GeoProjection, point: Position): [number, number] {
  const [x, y] = projection(point) ?? [0, 0]
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10]
}
