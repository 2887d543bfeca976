import { type GeoProjection, geoAzimuthalEqualArea, geoCentroid } from 'd3-geo'
import type { Coordinates } from '../../platform/input/point-input.ts'
import { numericCode, readOutlines } from './atlas.ts'
import { type Box, framingPolygons } from './frame.ts'

/** The view of a clickable map: its middle, and the number of pixels a radian. */
export interface PointView extends Coordinates {
  scale: number
}

/**
 * The map’s sides in pixels. It is never shown smaller: without a script a browser sends the place of a click on the shown picture, and a
 * phone has no room for a larger one.
 */
export const pointMapSide = 264

/** A pixel is then a hundred metres: the outlines have no finer detail. */
const closest = 63_710
const step = 5

/** The projection of a view, in the map's pixels. */
export function projectionOf({ latitude, longitude, scale }: PointView): GeoProjection {
  return geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .scale(scale)
    .translate([pointMapSide / 2, pointMapSide / 2])
    .precision(0)
}

/** The place under a pixel, to five decimals; null outside the globe. */
export function placeUnder(view: PointView, x: number, y: number): Coordinates | null {
  // The whole sphere fills a disc of two radians.
  if (Math.hypot(x - pointMapSide / 2, y - pointMapSide / 2) > 2 * view.scale) return null
  const [longitude = Number.NaN, latitude = Number.NaN] = projectionOf(view).invert?.([x, y]) ?? []
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return null
  return { latitude: rounded(latitude, 5), longitude: rounded(longitude, 5) }
}

/** Degrees from the middle of a view to its corners. */
export function radiusOf({ scale }: PointView): number {
  const chord = (pointMapSide * Math.SQRT1_2) / (2 * scale)
  return Math.min(179, (2 * Math.asin(Math.min(1, chord))) / degree)
}

/** Meridians and parallels that contain all of a view, and some degrees around it. */
export function boxOfView(view: PointView, around = 0): Box {
  const radius = radiusOf(view) + around
  const across = Math.min(180, radius / Math.max(0.05, Math.cos(view.latitude * degree)))
  return {
    west: view.longitude - across,
    east: view.longitude + across,
    south: view.latitude - radius,
    north: view.latitude + radius,
  }
}

const degree = Math.PI / 180

/** A map nearer to a place, and around it. */
export function closerView({ scale }: PointView, { latitude, longitude }: Coordinates): PointView {
  return { latitude, longitude, scale: Math.round(Math.min(closest, scale * step)) }
}

/** The whole of a country (ISO 3166-1 alpha-2), or of the world if there is none. */
export function countryView(code: string | null): PointView {
  const known = countries.get(code ?? '')
  if (known) return known
  const view = (code === null ? null : fittedView(code)) ?? wholeWorld
  if (countries.size < 300) countries.set(code ?? '', view)
  return view
}

const countries = new Map<string, PointView>()
const wholeWorld: PointView = { latitude: 20, longitude: 60, scale: pointMapSide / 4 }
const margin = 8

function fittedView(code: string): PointView | null {
  const [outline] = readOutlines('110m', new Set([numericCode(code)]))
  if (!outline) return null
  const shape: GeoJSON.MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: framingPolygons(outline.polygons),
  }
  const [longitude, latitude] = geoCentroid(shape)
  const turned = projectionOf({ longitude, latitude, scale: 1000 })
  turned.fitExtent(
    [
      [margin, margin],
      [pointMapSide - margin, pointMapSide - margin],
    ],
    shape,
  )
  const scale = turned.scale()
  // Fitting moves the middle aside: that point becomes the middle of the view.
  const [middleX = longitude, middleY = latitude] =
    turned.invert?.([pointMapSide / 2, pointMapSide / 2]) ?? []
  return { latitude: rounded(middleY, 2), longitude: rounded(middleX, 2), scale: Math.floor(scale * 0.97) }
}

/** A view in the notation of forms and addresses. */
export function writeView({ latitude, longitude, scale }: PointView): string {
  return [rounded(latitude, 3), rounded(longitude, 3), Math.round(scale)].join(',')
}

/** A view from a form or an address; null for anything else. */
export function readView(text: string): PointView | null {
  const [, latitude, longitude, scale] = /^(-?[\d.]{1,8}),(-?[\d.]{1,8}),(\d{2,5})$/.exec(text) ?? []
  const view = { latitude: Number(latitude), longitude: Number(longitude), scale: Number(scale) }
  const isOnGlobe = Math.abs(view.latitude) <= 90 && Math.abs(view.longitude) <= 180
  return isOnGlobe && view.scale >= wholeWorld.scale && view.scale <= closest ? view : null
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor + 0
}
