// Writes data/partners/traits.tsv: what each French and Korean authority is like, from maps and from what is typed in sources/.
import { isTrait, type Trait, traits } from '../../src/features/partners/suggestions/index.ts'
import { readGeonamesPlaces } from '../directory/geonames-source.ts'
import { readTsv, writeTsv } from '../directory/tsv.ts'
import { distanceKm, readCoastline } from './coastline.ts'

const data = new URL('../../data/', import.meta.url).pathname
const read = (name: string) => readTsv(`${data}directory/${name}.tsv`)

interface Row {
  key: string
  parent: string
  point: { lat: number; lon: number } | null
  population: number
}
const rowOf = (row: Record<string, string>): Row => ({
  key: row.key ?? '',
  parent: row.parent ?? '',
  point: row.lat ? { lat: Number(row.lat), lon: Number(row.lon) } : null,
  population: Number(row.population ?? 0),
})

const communes = read('fr-communes').map(rowOf)
const departements = read('fr-departements').map(rowOf)
const regions = read('fr-regions').map(rowOf)
const unions = read('fr-epci').map(rowOf)
const provinces = read('kr-first-level').map(rowOf)
const districts = read('kr-second-level').map(rowOf)
const all = [...communes, ...departements, ...regions, ...unions, ...provinces, ...districts]

const found = new Map(all.map(({ key }) => [key, new Set<Trait>()]))
const add = (key: string, trait: Trait) => found.get(key)?.add(trait)

// A town is by the sea within three kilometres of it; a county hall may be further inland than its county begins.
const isBySea = readCoastline()
for (const [rows, withinKm] of [
  [communes, 3],
  [districts, 6],
] as const)
  for (const { key, point } of rows) if (point && isBySea(point.lat, point.lon, withinKm)) add(key, 'coast')

// In the mountains: a village within fifteen kilometres lies above 700 metres, and half a kilometre above the place itself or the place does.
const villages = readGeonamesPlaces().filter(({ country, height }) => country === 'FR' && height >= 700)
for (const { key, point } of communes) {
  if (!point) continue
  const near = villages.some(
    (village) =>
      Math.abs(village.point.lat - point.lat) < 0.15 &&
      distanceKm(point.lat, point.lon, village.point.lat, village.point.lon) <= 15,
  )
  if (near) add(key, 'mountain')
}

const bySlug = new Map(
  ['fr-communes', 'fr-departements', 'fr-regions', 'fr-epci', 'kr-first-level', 'kr-second-level']
    .flatMap(read)
    .map((row) => [row.slug ?? '', row.key ?? '']),
)
for (const { slug = '', trait = '' } of readTsv(new URL('sources/traits.tsv', import.meta.url).pathname)) {
  const key = bySlug.get(slug)
  if (key === undefined || !isTrait(trait)) throw new Error(`traits.tsv: ${slug} ${trait}`)
  add(key, trait)
}

for (const place of readGeonamesPlaces())
  if (place.country === 'FR' && place.feature === 'PPLA') {
    const seat = nearest(place.point)
    if (seat) add(seat, 'seat_of_region')
  }

const upwards = new Map(all.map(({ key, parent }) => [key, parent]))
const capitalRegions = new Set(['FR:region:11', 'KR:11', 'KR:28', 'KR:41'])
for (const { key } of all)
  for (let at: string | undefined = key; at; at = upwards.get(at))
    if (capitalRegions.has(at)) add(key, 'capital_region')

// A grouping is what its members are; a département, a region or a province what a fair part of its people live in.
const members = Map.groupBy(read('fr-epci-members'), ({ epci }) => epci ?? '')
const populations = new Map(all.map(({ key, population }) => [key, population]))
for (const [union, rows] of members)
  inherit(
    union,
    rows.map(({ commune }) => commune ?? ''),
    0.3,
  )
const children = (parent: string, rows: readonly Row[]) =>
  rows.filter((row) => row.parent === parent).map(({ key }) => key)
for (const { key } of departements) inherit(key, children(key, communes), 0.15)
for (const { key } of regions)
  inherit(
    key,
    departements.filter((row) => row.parent === key).flatMap((row) => children(row.key, communes)),
    0.1,
  )
for (const { key } of provinces) inherit(key, children(key, districts), 0.1)

writeTsv(
  `${data}partners/traits.tsv`,
  ['key', 'traits'],
  [...found].flatMap(([key, own]) =>
    own.size === 0 ? [] : [{ key, traits: traits.filter((trait) => own.has(trait)).join(';') }],
  ),
)

function inherit(key: string, parts: readonly string[], share: number): void {
  const total = parts.reduce((sum, part) => sum + (populations.get(part) ?? 0), 0)
  for (const trait of traits) {
    const living = parts
      .filter((part) => found.get(part)?.has(trait))
      .reduce((sum, part) => sum + (populations.get(part) ?? 0), 0)
    if (total > 0 && living / total >= share) add(key, trait)
  }
}

function nearest({ lat, lon }: { lat: number; lon: number }): string | null {
  const near = communes
    .flatMap(({ key, point, population }) =>
      point && Math.abs(point.lat - lat) < 0.1 && distanceKm(lat, lon, point.lat, point.lon) < 6
        ? [{ key, population }]
        : [],
    )
    .sort((one, other) => other.population - one.population)
  return near[0]?.key ?? null
}
