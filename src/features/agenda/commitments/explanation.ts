import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { countryName } from '../../directory/index.ts'
import type { CriticalMass } from './document/schema.ts'

/** What the fields of what an event needs are called in histories. */
export const massFields: Readonly<Record<string, PlainMessageKey>> = {
  criticalMass: 'agenda.commitments.title',
  least: 'agenda.commitments.needed',
  total: 'agenda.commitments.total',
  below: 'agenda.commitments.below',
  smaller: 'agenda.commitments.smaller',
  dateWords: 'agenda.text.dateWords',
}

/** The countries that it names, by their codes. */
export function countryNames(reader: Reader, mass: CriticalMass | null): [string, string][] {
  return Object.keys(mass?.least ?? {}).map((code) => [code, countryName(reader, code)])
}
