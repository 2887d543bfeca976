import type { Point } from '../directory-record.ts'
import type { GeonamesPlace } from '../geonames-source.ts'
import type { City } from './world-sources.ts'

/** The point of the most populous city of every area of one country, by area code: `01` for a first level,
 * `01.234` for a second. A city of unknown population counts as empty; the first listed wins a tie. */
export function largestCities(cities: readonly City[], places: readonly GeonamesPlace[]): Map<string, Point> {
  const populations = new Map(places.map((place) => [cellOf(place.name, place.point), place.population]))
  const best = new Map<string, { point: Point; population: number }>()
  for (const { area, point, population } of [...areasOf(cities, populations), ...areasOfPlaces(places)]) {
    const known = best.get(area)
    if (known === undefined || known.population < population) best.set(area, { point, population })
  }
  return new Map([...best].map(([area, { point }]) => [area, point]))
}

type Located = { area: string; point: Point; population: number }

function areasOf(cities: readonly City[], populations: ReadonlyMap<string, number>): Located[] {
  return cities.flatMap(({ name, lat, lng, admin1, admin2 }) => {
    const point = { lat: Number(lat), lon: Number(lng) }
    const population = populations.get(cellOf(name.normalize('NFC'), point)) ?? 0
    return areaCodes(admin1, admin2).map((area) => ({ area, point, population }))
  })
}

// The list with populations knows smaller places, but its area codes may be out of date: any city of the other
// list comes before it, hence a negative rank.
function areasOfPlaces(places: readonly GeonamesPlace[]): Located[] {
  return places.flatMap(({ admin1, admin2, point, population }) =>
    areaCodes(admin1, admin2).map((area) => ({ area, point, population: population - 1e9 })),
  )
}

function areaCodes(admin1: string, admin2: string): string[] {
  return admin2 === '' ? [admin1] : [admin1, `${admin1}.${admin2}`]
}

// The two packages are of different months: the same place may have moved by a few hundred metres.
function cellOf(name: string, { lat, lon }: Point): string {
  return `${name} ${lat.toFixed(1)} ${lon.toFixed(1)}`
}
