import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeUnder, pointMapSide, projectionOf } from '../../src/ui/map/point-view.ts'
import { offsetOf, placeAt } from './azimuthal.ts'

const half = pointMapSide / 2

test('reads a map in the browser as the server draws it', () => {
  const views = fc.record({
    latitude: fc.integer({ min: -85, max: 85 }),
    longitude: fc.integer({ min: -180, max: 180 }),
    scale: fc.integer({ min: 400, max: 60_000 }),
  })
  fc.assert(
    fc.property(views, fc.nat(pointMapSide), fc.nat(pointMapSide), (view, x, y) => {
      const seen = [view.latitude, view.longitude, view.scale] as const
      const [latitude, longitude] = placeAt(seen, x - half, half - y)
      const server = placeUnder(view, x, y)
      expect(latitude).toBeCloseTo(server?.latitude ?? Number.NaN, 4)
      expect(Math.cos(((longitude - (server?.longitude ?? 0)) * Math.PI) / 180)).toBeCloseTo(1, 8)
      const [px = 0, py = 0] = projectionOf(view)([longitude, latitude]) ?? []
      const { right, up } = offsetOf(seen, [latitude, longitude])
      expect(half + right).toBeCloseTo(px, 3)
      expect(half - up).toBeCloseTo(py, 3)
      expect(right).toBeCloseTo(x - half, 2)
    }),
  )
})
