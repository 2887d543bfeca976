import type { Point } from '../directory-record.ts'
import type { GeonamesPlace } from '../geonames-source.ts'
import type { City } from './world-sources.ts'

/** The point of the most populous city of every area of one country, by area code: `01` for a first level,
 * `01.234` for a second one. Cities whose population is unknown count as empty; the first listed wins a tie. */
export function largestCities(cities: readonly City[], places: readonly GeonamesPlace[]): Map<string, Point> {
  const populations = new Map(places.map((place) => [cellOf(place.name, place.point), place.population]))
  const best = new Map<string, { point: Point; population: number }>()
  for (const { name, lat, lng, admin1, admin2 } of cities) {
    const point = { lat: Number(lat), lon: Number(lng) }
    const population = populations.get(cellOf(name.normalize('NFC'), point)) ?? 0
    for (const area of admin2 === '' ? [admin1] : [admin1, `${admin1}.${admin2}`]) {
      const known = best.get(area)
      if (known === undefined || known.population < population) best.set(area, { point, population })
    }
  }
  return new Map([...best].map(([area, { point }]) => [area, point]))
}

// The two packages are of different months: the same place may have moved by a few hundred metres.
function cellOf(name: string, { lat, lon }: Point): string {
  return `${name} ${lat.toFixed(1)} ${lon.toFixed(1)}`
}
