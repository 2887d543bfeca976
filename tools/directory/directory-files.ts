import { existsSync, readdirSync } from 'node:fs'
import { readTsv } from './tsv.ts'

const folder = new URL('../../data/directory/', import.meta.url).pathname

/** The rows of one produced file, by its name in `data/directory`. */
export function producedRows(name: string): Record<string, string>[] {
  return readTsv(`${folder}${name}`)
}

/** The names of the files that hold authorities of France and, where they are there, of Korea. */
export function recordFiles(): string[] {
  return readdirSync(folder).filter((name) => /^(?:fr|kr)-.+\.tsv$/u.test(name) && !name.includes('members'))
}

/** The names of the files of the other countries, with their folder. */
export function countryFiles(): string[] {
  const countries = `${folder}countries`
  return existsSync(countries) ? readdirSync(countries).map((name) => `countries/${name}`) : []
}
