import { describeDate } from '../../../platform/dates/index.ts'
import { listFormatter, writeDay } from '../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { positionOf, weekdaysOf, weekPlaceOf } from './rule-text.ts'
import type { Recurrence } from './schema.ts'
import type { SeriesShape } from './shape.ts'

/** A rule as people say it: « tous les deux ans, la deuxième semaine d’octobre, jusqu’au 31 décembre 2035 ». */
export function ruleWords(reader: Reader, shape: SeriesShape, recurrence: Recurrence): string {
  const { t } = reader
  const { unit, interval, until, count } = recurrence
  const rule = t('agenda.recurrence.rule', {
    every: t(`agenda.recurrence.every.${unit}`, { count: interval }),
    where: placeWords(reader, shape, recurrence),
  })
  if (count !== null) return t('agenda.recurrence.times', { rule, count })
  return until === null
    ? rule
    : t('agenda.recurrence.until', { rule, day: describeDate(until, reader.interfaceLanguage) })
}

function placeWords(reader: Reader, shape: SeriesShape, recurrence: Recurrence): string {
  const { t } = reader
  const { first } = shape
  const { unit, placing } = recurrence
  if (!shape.isExact) return t('agenda.recurrence.on.season')
  if (unit === 'week')
    return inList(
      reader,
      weekdaysOf(recurrence, first).map((each) =>
        t('agenda.recurrence.on.weekday', { weekday: weekdayName(reader, each) }),
      ),
    )
  const month = t('agenda.recurrence.month', { month: String(first.month) })
  const week = placing === 'week' ? weekPlaceOf(first, unit) : null
  if (week !== null) {
    const position = String(week.position)
    return unit === 'year'
      ? t('agenda.recurrence.on.weekOfYear', { position, month })
      : t('agenda.recurrence.on.weekOfMonth', { position })
  }
  if (placing === 'weekday' || placing === 'last_weekday') {
    const position = placing === 'weekday' ? String(positionOf(first)) : 'last'
    const weekday = weekdayName(reader, first.dayOfWeek)
    return unit === 'year'
      ? t('agenda.recurrence.on.weekdayOfYear', { position, weekday, month })
      : t('agenda.recurrence.on.weekdayOfMonth', { position, weekday })
  }
  if (unit === 'month')
    return t(first.day > 28 ? 'agenda.recurrence.on.rareDay' : 'agenda.recurrence.on.day', {
      count: first.day,
    })
  const isLeap = first.month === 2 && first.day === 29
  return t(isLeap ? 'agenda.recurrence.on.leapDate' : 'agenda.recurrence.on.date', {
    date: dateName(reader, first),
  })
}

/** The name of a weekday, ISO. */
export function weekdayName({ interfaceLanguage }: Reader, weekday: number): string {
  // 1 January 2024 was a Monday.
  return writeDay(interfaceLanguage, `2024-01-0${weekday}`, { weekday: 'long' })
}

function dateName({ interfaceLanguage }: Reader, date: Temporal.PlainDate): string {
  return writeDay(interfaceLanguage, date, { day: 'numeric', month: 'long' })
}

function inList({ interfaceLanguage }: Reader, words: string[]): string {
  return listFormatter(interfaceLanguage, { type: 'conjunction' }).format(words)
}
