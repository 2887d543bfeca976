import { readSaidDate } from '../../../platform/dates/index.ts'
import { fold } from '../../../platform/search/index.ts'
import { readCountry } from './words/country-words.ts'
import { readThemes, type WordLists } from './words/word-list.ts'

/** What most cells of a column look like, whatever its title. */
export type CellKind =
  | 'point'
  | 'wikidata'
  | 'address'
  | 'telephone'
  | 'link'
  | 'country'
  | 'date'
  | 'code'
  | 'degrees'
  | 'number'
  | 'agreementKind'
  | 'themes'
  | 'status'
  | 'text'
  | 'empty'

/** `Point(2.35 48.85)`, longitude first as in WKT, or « 48.85, 2.35 », latitude first as people write. */
export function readPair(text: string): { latitude: number; longitude: number } | null {
  const wkt = /^\s*point\s*\(\s*(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)\s*\)\s*$/i.exec(text)
  if (wkt) return within(Number(wkt[2]), Number(wkt[1]))
  const pair = /^\s*(-?\d{1,2}\.\d+)\s*[,;/ ]\s*(-?\d{1,3}\.\d+)\s*$/.exec(text)
  return pair ? within(Number(pair[1]), Number(pair[2])) : null
}

/** A latitude or longitude in degrees, with a comma or a point. */
export function readDegrees(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace(/°$/, '')
  return /^-?\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : null
}

function within(latitude: number, longitude: number) {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

const tests: readonly [CellKind, (text: string, lists: WordLists) => boolean][] = [
  ['point', (text) => readPair(text) !== null],
  ['wikidata', (text) => /^(https?:\/\/(www\.)?wikidata\.org\/(entity|wiki)\/)?Q\d{1,10}$/.test(text)],
  ['address', (text) => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text)],
  ['link', (text) => /^https?:\/\/\S+$/i.test(text)],
  ['country', (text) => readCountry(text) !== null],
  ['code', (text) => /^(\d{5}|2[AB]\d{3}|\d{9,10})$/i.test(text.replaceAll(' ', ''))],
  ['degrees', (text) => /^-?\d{1,3}[.,]\d{2,}$/.test(text)],
  ['telephone', (text) => /^\+?[\d\s().-]{9,20}$/.test(text)],
  ['date', (text) => readSaidDate(text, 'fr') !== null],
  ['number', (text) => /^-?[\d\s\u00a0\u202f.,]+$/.test(text)],
  ['agreementKind', (text, lists) => lists.agreementKinds.has(fold(text))],
  ['status', (text, lists) => lists.statuses.has(fold(text))],
  ['themes', (text, lists) => readThemes(lists, text).themes.length > 0],
]

const mostOf = 0.8

/** The kind of nearly all filled cells of a column; `text` when they have nothing in common. */
export function cellKindOf(cells: readonly string[], lists: WordLists): CellKind {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length === 0) return 'empty'
  const needed = filled.length * mostOf
  return tests.find(([, test]) => filled.filter((cell) => test(cell, lists)).length >= needed)?.[0] ?? 'text'
}
