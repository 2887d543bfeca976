import type { Reader } from '../../../platform/i18n/reader.ts'
import { clockLines } from '../../../ui/text/clock-text.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { daysWritten, type OfferedDate } from './poll.ts'

/** A date in words: a line for each side’s clock, with the day on each; whole days in one line. */
export function optionLines(reader: Reader, countries: readonly string[], option: OfferedDate): string[] {
  if (option.startsAt === null) return [dayWords(reader, daysWritten(option.firstDay, option.lastDay))]
  const { startsAt, endsAt, zone } = option
  return clockLines(reader, { countries, hours: { startsAt, endsAt, zone } })
}

/** A date on offer in one line. */
export function optionWords(reader: Reader, countries: readonly string[], option: OfferedDate): string {
  return optionLines(reader, countries, option).join(' · ')
}
