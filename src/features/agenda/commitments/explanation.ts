import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { RecordValue } from '../../../platform/records/record-document.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { countryName } from '../../directory/index.ts'
import { type CriticalMass, criticalMassDocument } from './document/schema.ts'

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

/** What an event needs as a whole, where it came or went with one change; null for any other value. */
export function massWords(reader: Reader, value: RecordValue): string | null {
  const { t, language } = reader
  const read = criticalMassDocument.safeParse(value)
  if (!read.success) return null
  const { until, least, total, below, smaller } = read.data
  const { kind, attendance, words, when } = smaller
  return [
    t('agenda.commitments.untilDay', { day: dayWords(reader, until) }),
    ...Object.entries(least).map(([code, count]) => `${countryName(reader, code)} ${count}`),
    ...(total === null ? [] : [`${t('agenda.commitments.inAll')} ${total}`]),
    t(`agenda.commitments.below.${below}`),
    kind === null ? '' : t(`agenda.eventKind.${kind}`),
    attendance === null ? '' : t(`agenda.attendance.${attendance}`),
    when === null ? '' : dayWords(reader, when),
    chooseText(words, language)?.text ?? '',
  ]
    .filter((each) => each !== '')
    .join(' · ')
}
