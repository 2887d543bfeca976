export const recordColumns = [
  'key',
  'kind',
  'level',
  'slug',
  'name_fr',
  'name_ko',
  'name_en',
  'short_fr',
  'short_ko',
  'short_en',
  'machine',
  'codes',
  'parent',
  'population',
  'population_year',
  'lat',
  'lon',
  'valid_from',
  'valid_until',
  'aliases',
  'reported_by',
] as const

export const successionColumns = ['predecessor', 'successor', 'on', 'kind', 'reported_by', 'source'] as const

export type RecordColumn = (typeof recordColumns)[number]
export type DirectoryRecord = Record<RecordColumn, string>
export type Succession = Record<(typeof successionColumns)[number], string>
export type Point = { lat: number; lon: number }

const blankRecord: DirectoryRecord = {
  key: '',
  kind: '',
  level: '',
  slug: '',
  name_fr: '',
  name_ko: '',
  name_en: '',
  short_fr: '',
  short_ko: '',
  short_en: '',
  machine: '',
  codes: '',
  parent: '',
  population: '',
  population_year: '',
  lat: '',
  lon: '',
  valid_from: '',
  valid_until: '',
  aliases: '',
  reported_by: '',
}

/** A directory row with every column, the ones not given being empty. */
export function directoryRecord(
  fields: Partial<DirectoryRecord> & Pick<DirectoryRecord, 'key' | 'kind' | 'level'>,
): DirectoryRecord {
  return { ...blankRecord, ...fields }
}

/** The `lat` and `lon` cells of a point, four decimals (about ten metres), or two empty cells. */
export function pointCells(point: Point | undefined): Pick<DirectoryRecord, 'lat' | 'lon'> {
  if (point === undefined) return { lat: '', lon: '' }
  return { lat: degrees(point.lat), lon: degrees(point.lon) }
}

/** The population cells; an unknown population leaves both empty. */
export function populationCells(
  population: number | undefined,
  year: number,
): Pick<DirectoryRecord, 'population' | 'population_year'> {
  if (population === undefined) return { population: '', population_year: '' }
  return { population: String(population), population_year: String(year) }
}

function degrees(value: number): string {
  return String(Number(value.toFixed(4)))
}
