import type { Point } from '../directory-record.ts'
import type { GeonamesPlace } from '../geonames-source.ts'
import { slugify } from '../slugify.ts'

export type PlaceFinder = (commune: { code: string; name: string }) => GeonamesPlace | undefined

// A town is near the centre of its commune; the communes of Guyane are as large as départements.
const farthest = { sameCode: 80, sameDepartement: 15 }

const overseasCodes = new Set(['GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'NC', 'PF', 'WF'])

/** Finds the GeoNames place of a commune. The name must agree, then the commune code that GeoNames carries or
 * else the département, and the place must not lie far from the commune's centre where one is known. */
export function placeFinder(
  places: readonly GeonamesPlace[],
  centres: ReadonlyMap<string, Point>,
): PlaceFinder {
  const french = places.filter(({ country }) => country === 'FR' || overseasCodes.has(country))
  const byName = Map.groupBy(french, (place) => slugify(place.name))
  return ({ code, name }) => {
    const centre = centres.get(code)
    const within = (place: GeonamesPlace, limit: number) =>
      centre === undefined || kilometres(place.point, centre) <= limit
    const candidates = byName.get(slugify(name)) ?? []
    const exact = candidates.filter(
      (place) => communeCode(place) === code && within(place, farthest.sameCode),
    )
    if (exact.length > 0) return largest(exact)
    const near = candidates.filter(
      (place) =>
        departementOf(place) === departementOfCommune(code) && within(place, farthest.sameDepartement),
    )
    return near.length === 1 || centre !== undefined ? largest(near) : undefined
  }
}

/** Great-circle distance in kilometres. */
export function kilometres(one: Point, other: Point): number {
  const radians = Math.PI / 180
  const [a, b] = [one.lat * radians, other.lat * radians]
  const haversine =
    Math.sin((b - a) / 2) ** 2 +
    Math.cos(a) * Math.cos(b) * Math.sin(((other.lon - one.lon) * radians) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(haversine))
}

/** The département code (or the overseas collectivity's) at the head of a commune code. */
export function departementOfCommune(code: string): string {
  return code.startsWith('97') || code.startsWith('98') ? code.slice(0, 3) : code.slice(0, 2)
}

// Where a territory has no département, GeoNames keeps the commune code one or two columns to the left.
function communeCode(place: GeonamesPlace): string {
  return [place.admin4, place.admin2, place.admin1].find((code) => /^\d[\dAB]\d{3}$/u.test(code)) ?? ''
}

const territoryDepartements: Record<string, string> = {
  YT: '976',
  PM: '975',
  BL: '977',
  MF: '978',
  WF: '986',
  PF: '987',
  NC: '988',
}

function departementOf(place: GeonamesPlace): string {
  return territoryDepartements[place.country] ?? place.admin2
}

function largest(places: readonly GeonamesPlace[]): GeonamesPlace | undefined {
  return [...places].sort((one, other) => other.population - one.population)[0]
}
