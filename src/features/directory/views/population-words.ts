import type { Reader } from '../../../platform/i18n/reader.ts'

interface Populated {
  population: number | null
  populationYear: number | null
}

/** A population with the year it was counted in; empty when nobody knows it. */
export function populationWords(reader: Reader, { population, populationYear }: Populated): string {
  if (population === null) return ''
  if (populationYear === null) return reader.t('directory.population.undated', { count: population })
  return reader.t('directory.population.year', { count: population, year: `${populationYear}` })
}
