import { iso31661Alpha2ToNumeric } from 'iso-3166'
import { isWithin, toldDays } from '../../platform/dates/index.ts'
import { parameterOf, readPageNumber } from '../../platform/input/parameters.ts'
import { isDay } from '../../platform/settings/settings.ts'
import { isKind } from './kind-name.ts'

/** A search in the directory. Criteria that are not understood are left out and reported, never an error. */
export interface DirectorySearch {
  text: string
  /** ISO 3166-1 alpha-2. */
  country: string | null
  kind: string | null
  /** ISO day on which the authorities must have existed. */
  on: string | null
  page: number
  ignored: Ignored[]
}

export interface Ignored {
  name: 'country' | 'kind' | 'on'
  value: string
}

/** Names of the parameters that the page reads; the page cache keys on no others. */
export const searchParameters = ['q', 'country', 'kind', 'on', 'page', 'now'] as const

export const pageSize = 50
const longestText = 200

/** Reads the search from an address. */
export function readDirectorySearch(query: unknown): DirectorySearch {
  const ignored: Ignored[] = []
  const read = (
    name: Ignored['name'],
    isValid: (value: string) => boolean,
    tidy = (value: string) => value,
  ) => {
    const value = tidy((parameterOf(query, name) ?? '').trim())
    if (value === '' || isValid(value)) return value || null
    ignored.push({ name, value: value.slice(0, 40) })
    return null
  }
  return {
    text: (parameterOf(query, 'q') ?? '').slice(0, longestText).replaceAll('\0', '').trim(),
    country: read('country', isCountry, (value) => value.toUpperCase()),
    kind: read('kind', isKind),
    on: read('on', (value) => isDay(value) && isWithin(toldDays, value)),
    page: readPageNumber(query),
    ignored,
  }
}

function isCountry(value: string): boolean {
  return Object.hasOwn(iso31661Alpha2ToNumeric, value)
}
