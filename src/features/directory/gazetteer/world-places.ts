import { readFileSync } from 'node:fs'
import { stableId } from '../../../platform/context/identifier.ts'
import { fold } from '../../../platform/search/index.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'

/** A town outside France and Korea that the directory does not hold, from data/places. */
export interface WorldPlace {
  geonames: string
  name: string
  korean: string | null
  country: string
  population: number
  latitude: number
  longitude: number
}

/**
 * Towns by their folded names, those with most inhabitants first. The files are read on each call, some milliseconds, and nothing of
 * them is kept in memory.
 */
export function worldPlacesNamed(folded: Iterable<string>): Map<string, WorldPlace[]> {
  return openWorldPlaces()(folded)
}

/**
 * Returns a `worldPlacesNamed` for callers that ask many times: it keeps the files, six megabytes, in memory as long as it is
 * referenced.
 */
export function openWorldPlaces(): typeof worldPlacesNamed {
  const names = readFileSync(projectPath('data/places/names.tsv'))
  let places: Buffer | null = null
  return (folded) => {
    const wanted = new Map<string, number[]>()
    for (const name of folded) {
      const rows = rowsOf(names, name)
      if (rows.length > 0) wanted.set(name, rows)
    }
    if (wanted.size === 0) return new Map()
    places ??= readFileSync(projectPath('data/places/places.tsv'))
    const found = readRows(places, new Set([...wanted.values()].flat()))
    return new Map(
      [...wanted].map(([name, rows]) => [
        name,
        rows.flatMap((row) => found.get(row) ?? []).sort((a, b) => b.population - a.population),
      ]),
    )
  }
}

/** The rows of the lines `name⇥row` of a file sorted by bytes, found by binary search. */
function rowsOf(file: Buffer, name: string): number[] {
  const key = Buffer.from(`${name}\t`)
  let [low, high] = [0, file.length]
  while (low < high) {
    const middle = lineStart(file, Math.floor((low + high) / 2))
    if (file.compare(key, 0, key.length, middle, Math.min(file.length, middle + key.length)) < 0)
      low = lineEnd(file, middle)
    else high = middle
  }
  const rows: number[] = []
  for (
    let at = low;
    at < file.length && file.compare(key, 0, key.length, at, at + key.length) === 0;
    at = lineEnd(file, at)
  )
    rows.push(Number(file.toString('utf8', at + key.length, lineEnd(file, at) - 1)))
  return rows
}

const newline = 10

function lineStart(file: Buffer, at: number): number {
  return at === 0 ? 0 : file.lastIndexOf(newline, at - 1) + 1
}

function lineEnd(file: Buffer, at: number): number {
  const end = file.indexOf(newline, at)
  return end < 0 ? file.length : end + 1
}

function readRows(file: Buffer, rows: Set<number>): Map<number, WorldPlace> {
  const found = new Map<number, WorldPlace>()
  let at = lineEnd(file, 0)
  for (let row = 0; found.size < rows.size && at < file.length; row += 1) {
    const end = lineEnd(file, at)
    if (rows.has(row)) found.set(row, placeOf(file.toString('utf8', at, end - 1)))
    at = end
  }
  return found
}

function placeOf(line: string): WorldPlace {
  const [geonames = '', name = '', korean = '', country = '', population, latitude, longitude] =
    line.split('\t')
  return {
    geonames,
    name,
    korean: korean === '' ? null : korean,
    country,
    population: Number(population),
    latitude: Number(latitude),
    longitude: Number(longitude),
  }
}

/** A first level of another country (prefecture, province, state) that a Korean text may name without its country. */
interface Division {
  /** The id that it has in every database where its country is loaded; null for one that has ended. */
  organisationId: string | null
  country: string
  english: string
  korean: string
}

/** First levels of other countries by folded Hangul name, from data/places/divisions.tsv. Like towns, they are read on each call. */
export function divisionsNamed(folded: ReadonlySet<string>): Map<string, Division[]> {
  const found = new Map<string, Division[]>()
  for (const line of readFileSync(projectPath('data/places/divisions.tsv'), 'utf8').split('\n').slice(1)) {
    const [name = '', key = '', english = '', korean = ''] = line.split('\t')
    const own = fold(name)
    if (own === '' || !folded.has(own)) continue
    found.set(own, [
      ...(found.get(own) ?? []),
      { organisationId: key.includes(':') ? stableId(key) : null, country: key.slice(0, 2), english, korean },
    ])
  }
  return found
}
