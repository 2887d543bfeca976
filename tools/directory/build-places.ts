import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bareName, fold } from '../../src/platform/search/index.ts'
import { frenchNames } from './french-names.ts'
import { type GeonamesPlace, readGeonamesPlaces } from './geonames-source.ts'

// Smaller places are twinned too, but among them nearly every word of every language is a name.
const leastPopulation = 5_000
const seats = new Set(['PPLC', 'PPLA', 'PPLA2'])

const folder = join(import.meta.dirname, '../../data/places')
const places = readGeonamesPlaces()
  .filter(({ country }) => country !== 'FR' && country !== 'KR')
  .filter(
    (place) =>
      place.population >= leastPopulation || seats.has(place.feature) || frenchNamesOf(place).length > 0,
  )
  .sort((a, b) => b.population - a.population || Number(a.id) - Number(b.id))
if (places.length === 0) throw new Error('GeoNames gave no place')

const columns = ['id', 'name', 'ko', 'country', 'population', 'lat', 'lon']
const rows = places.map((place) =>
  [
    place.id,
    withoutBracket(place.name),
    hangulNames(place)[0] ?? '',
    place.country,
    place.population,
    place.point.lat.toFixed(3),
    place.point.lon.toFixed(3),
  ].join('\t'),
)
const names = places.flatMap((place, row) => foldedNames(place).map((name) => `${name}\t${row}`))
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'places.tsv'), `${[columns.join('\t'), ...rows].join('\n')}\n`)
// Sorted by bytes: a name is found by halving the file.
const sorted = names.map((line) => Buffer.from(line)).sort(Buffer.compare)
writeFileSync(join(folder, 'names.tsv'), `${sorted.join('\n')}\n`)
process.stdout.write(`${rows.length} places, ${names.length} names\n`)

function foldedNames(place: GeonamesPlace): string[] {
  const latin = place.alternates.filter(
    (name) => /^\p{Lu}[\p{Script=Latin}' ’-]{2,}$/u.test(name) && !/^\p{Lu}+$/u.test(name),
  )
  const most = place.population >= 100_000 ? 40 : 20
  const own = [withoutBracket(place.name), ...hangulNames(place)].map(fold)
  // They come sorted by their letters: « Pékin » and « Bethléem » would be cut where “Bejing” stays.
  const inOrder = latin.toSorted((a, b) => Number(isSpelt(b)) - Number(isSpelt(a)))
  const others = inOrder.flatMap((name) => [fold(name), fold(bareName(name).bare)])
  const french = frenchNamesOf(place).map(fold)
  return [...new Set([...own, ...french, ...[...new Set(others)].slice(0, most)])].filter(
    (name) => name.length > 1,
  )
}

function frenchNamesOf({ country, name }: GeonamesPlace): string[] {
  return frenchNames.flatMap(([of, known, ...french]) => (of === country && known === name ? french : []))
}

/** Of no other letters than French and English have: as the texts of this field write it. */
function isSpelt(name: string): boolean {
  return /^[A-Za-zÉÈÊÀÂÎÔÛÇéèêëàâîïôûüùç' ’-]+$/u.test(name.normalize('NFC'))
}

/** Korean names without the kind when a space parts it: « 칭다오 시 » is called 칭다오. */
function hangulNames({ alternates }: GeonamesPlace): string[] {
  const hangul = alternates.filter((name) => /^[가-힣 ]+$/u.test(name.normalize('NFC')))
  return [
    ...new Set(
      hangul.map((name) =>
        name
          .normalize('NFC')
          .replace(/ ?(?:시|구|군|현|성|주)$/u, (kind) => (kind.startsWith(' ') ? '' : kind)),
      ),
    ),
  ]
}

// « Figuig (Centre) »
function withoutBracket(name: string): string {
  return name.replace(/ ?\(.*\)$/u, '')
}
