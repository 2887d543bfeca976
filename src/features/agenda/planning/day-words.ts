import { dateFormatter, withFirst, writeDay } from '../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'

/** « 9 oct. », “9 Oct”, “10월 9일”. */
export function dayInWords({ interfaceLanguage }: Reader, day: string): string {
  return writeDay(interfaceLanguage, day, dayShape)
}

/** « ven. 29 sept. », “Fri 29 Sept”, “9월 29일 (금)”. */
export function weekdayInWords({ interfaceLanguage }: Reader, day: string): string {
  return writeDay(interfaceLanguage, day, { weekday: 'short', ...dayShape })
}

/** « 30 sept.–9 oct. », “30 Sept–9 Oct”, “9월 30일~10월 9일”; a single day is written alone. */
export function daysInWords(reader: Reader, from: string, to: string): string {
  if (from === to) return dayInWords(reader, from)
  const shape = dateFormatter(reader.interfaceLanguage, { ...dayShape, timeZone: 'UTC' })
  const [first, last] = [from, to].map((day) => new Date(`${day}T00:00:00Z`))
  // The library sets thin spaces about some dashes and none about others.
  return first && last
    ? withFirst(reader.interfaceLanguage, shape.formatRange(first, last).replaceAll(/\s*–\s*/gu, '–'))
    : ''
}

const dayShape = { day: 'numeric', month: 'short' } as const
