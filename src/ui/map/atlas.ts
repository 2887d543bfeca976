import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { iso31661Alpha2ToNumeric } from 'iso-3166'
import { feature } from 'topojson-client'

/** Longitude and latitude, in degrees. */
export type Position = [number, number]
/** An outer ring and its holes. */
export type Polygon = Position[][]

export interface Outline {
  /** ISO 3166-1 numeric, as in the atlas. */
  numeric: string
  polygons: Polygon[]
}

/**
 * The land of every country, or of the wanted ones (numeric codes), read from the atlas: `10m` for one country in detail, `110m` for the
 * world. Nothing is cached: the atlas is large and the drawings made from it are small.
 */
export function readOutlines(scale: '10m' | '110m', wanted?: ReadonlySet<string>): Outline[] {
  const path = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`)
  const atlas: Parameters<typeof feature>[0] = JSON.parse(readFileSync(path, 'utf8'))
  const { countries } = atlas.objects
  if (countries?.type !== 'GeometryCollection') throw new Error(`${path} holds no countries`)
  const geometries = countries.geometries.filter(({ id }) => !wanted || wanted.has(String(id ?? '')))
  return feature(atlas, { type: 'GeometryCollection', geometries }).features.map(({ id, geometry }) => ({
    numeric: String(id ?? ''),
    polygons: polygonsOf(geometry),
  }))
}

/** The atlas’s number for an ISO 3166-1 alpha-2 code; `none` if the standard has none: no outline has that number. */
export function numericCode(alpha2: string): string {
  return iso31661Alpha2ToNumeric[alpha2] ?? 'none'
}

function polygonsOf(geometry: GeoJSON.Geometry): Polygon[] {
  if (geometry.type === 'Polygon') return [positionsOf(geometry.coordinates)]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.map(positionsOf)
  return []
}

function positionsOf(rings: GeoJSON.Position[][]): Polygon {
  return rings.map((ring) => ring.map(([longitude = 0, latitude = 0]): Position => [longitude, latitude]))
}
