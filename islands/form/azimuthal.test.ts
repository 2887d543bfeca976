import { geoAzimuthalEqualArea } from 'd3-geo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offsetOf, placeAt } from './azimuthal.ts'

const side = 264
const half = side / 2

test('reads a map in the browser as the server draws it', () => {
  const views = fc.tuple(
    fc.integer({ min: -85, max: 85 }),
    fc.integer({ min: -180, max: 180 }),
    fc.integer({ min: 400, max: 60_000 }),
  )
  fc.assert(
    fc.property(views, fc.nat(side), fc.nat(side), (view, x, y) => {
      const [middle, east, scale] = view
      const server = geoAzimuthalEqualArea().rotate([-east, -middle]).scale(scale).translate([half, half])
      const [longitude = 0, latitude = 0] = server.invert?.([x, y]) ?? []
      const place = placeAt(view, x - half, half - y)
      expect(place[0]).toBeCloseTo(latitude, 6)
      expect(Math.cos(((place[1] - longitude) * Math.PI) / 180)).toBeCloseTo(1, 10)
      const { right, up } = offsetOf(view, [latitude, longitude])
      // Of what lies on an axis the sign says nothing: -0 is 0.
      expect([right, up].map((value) => Math.round(value) + 0)).toEqual([x - half, half - y])
    }),
  )
})
