import { describe, expect, it } from 'vitest'
import { seriesOn } from '../../../../test/support/series-date.ts'
import { createCatalogue } from '../../../platform/i18n/catalogue.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { uiMessages } from '../../../ui/messages/index.ts'
import { uiReader } from '../../../ui/ui-reader.ts'
import { agendaMessages } from '../messages/index.ts'
import { seriesDays } from './days.ts'
import { ofPreset } from './preset.ts'
import { ruleText } from './rule-text.ts'
import { ruleWords } from './rule-words.ts'
import { plainRecurrence, type Recurrence } from './schema.ts'
import { type SeriesDate, shapeOf, timeOn } from './shape.ts'
import { recurrenceTrouble } from './trouble.ts'

const shape = (date: SeriesDate) => shapeOf(date)!
const days = (date: SeriesDate, rule: Partial<Recurrence>, until: string) =>
  seriesDays(shape(date), { ...plainRecurrence, ...rule }, { until }).days
const words = (language: InterfaceLanguage, date: SeriesDate, rule: Recurrence) => {
  const t = createCatalogue([uiMessages, agendaMessages])(language)
  return ruleWords({ ...uiReader(language), t }, shape(date), rule)
}

describe('a festival in the second week of October of odd years', () => {
  // In 2025 that week has 9 October as its Thursday.
  const festival = seriesOn('2025-10-10/2025-10-12')
  const rule = ofPreset('two_years_week', null)

  it('begins on the Friday of that week', () => {
    expect(days(festival, rule, '2034-12-31')).toEqual([
      '2025-10-10',
      '2027-10-15',
      '2029-10-12',
      '2031-10-10',
      '2033-10-14',
    ])
    expect(timeOn(shape(festival), '2027-10-15').when).toBe('2027-10-15/2027-10-17')
  })

  it('is told so in three languages, and to calendar programs by a rule that they know', () => {
    expect(words('fr', festival, rule)).toBe('tous les deux ans, la deuxième semaine d’octobre')
    expect(words('ko', festival, rule)).toBe('격년 10월 둘째 주')
    expect(words('en', festival, { ...rule, until: '2035-12-31' })).toBe(
      'every two years, in the second week of October, until 31 December 2035',
    )
    expect(ruleText(shape(festival), rule)).toBe(
      'FREQ=YEARLY;INTERVAL=2;BYMONTH=10;BYMONTHDAY=9,10,11,12,13,14,15;BYDAY=FR',
    )
  })

  it('cannot be said by a week that crosses the end of a month', () => {
    expect(recurrenceTrouble(seriesOn('2025-09-29'), rule)).toBe('crossingWeek')
    expect(recurrenceTrouble(seriesOn('2025-10-30'), rule)).toBe('crossingWeek')
  })
})

describe('a meeting at ten in Paris', () => {
  const meeting = seriesOn('2025-10-07', ['10:00', '11:30'])
  const rule = ofPreset('week', null)

  it('stays at ten there when the clock changes, and not in Seoul', () => {
    const inSeoul = ['2025-10-21', '2025-10-28'].map((day) =>
      Temporal.Instant.from(timeOn(shape(meeting), day).startsAt!)
        .toZonedDateTimeISO('Asia/Seoul')
        .toPlainTime()
        .toString(),
    )
    expect(inSeoul).toEqual(['17:00:00', '18:00:00'])
    expect(timeOn(shape(meeting), '2025-10-28')).toEqual({
      when: '2025-10-28',
      words: {},
      startsAt: '2025-10-28T09:00:00Z',
      endsAt: '2025-10-28T10:30:00Z',
    })
  })

  it('is an hour later once, at an hour that the clock skips', () => {
    const night = seriesOn('2025-03-23', ['02:30', '03:30'])
    expect(timeOn(shape(night), '2025-03-30').startsAt).toBe('2025-03-30T01:30:00Z')
  })

  it('keeps the weekday of its date among those that are chosen', () => {
    expect(days(meeting, { ...rule, weekdays: [4], until: '2025-10-20' }, '2026-01-01')).toEqual([
      '2025-10-07',
      '2025-10-09',
      '2025-10-14',
      '2025-10-16',
    ])
  })

  it('ends with the last day that was said, for calendar programs too', () => {
    expect(ruleText(shape(meeting), { ...rule, until: '2025-10-28' })).toBe(
      'FREQ=WEEKLY;BYDAY=TU;UNTIL=20251028T225959Z',
    )
    expect(days(meeting, { ...rule, until: '2025-10-28' }, '2030-01-01').at(-1)).toBe('2025-10-28')
  })
})

describe('days that not every month or year has', () => {
  it('are passed over, and said to be', () => {
    const last = seriesOn('2025-01-31')
    expect(days(last, { unit: 'month' }, '2025-08-31')).toEqual([
      '2025-01-31',
      '2025-03-31',
      '2025-05-31',
      '2025-07-31',
      '2025-08-31',
    ])
    expect(words('fr', last, { ...plainRecurrence, unit: 'month' })).toBe(
      'chaque mois, le 31 du mois, les mois qui en ont un',
    )
    expect(days(seriesOn('2024-02-29'), {}, '2033-01-01')).toEqual(['2024-02-29', '2028-02-29', '2032-02-29'])
    expect(words('ko', seriesOn('2024-02-29'), plainRecurrence)).toBe('매년 2월 29일 (윤년에만)')
  })

  it.each([
    ['2025-10-14', { unit: 'month', placing: 'weekday' }, '2025-11-11', 'on the second Tuesday of the month'],
    [
      '2025-10-28',
      { unit: 'month', placing: 'last_weekday' },
      '2025-11-25',
      'on the last Tuesday of the month',
    ],
    ['2025-10-14', { unit: 'year', placing: 'weekday' }, '2026-10-13', 'on the second Tuesday of October'],
    ['2025-10-14', { unit: 'month', placing: 'week' }, '2025-11-18', 'in the third week of the month'],
    ['2025-10-14', { unit: 'year' }, '2026-10-14', 'on 14 October'],
  ] as const)('are found again from %s by %j', (first, rule, second, said) => {
    const recurrence = { ...plainRecurrence, ...rule }
    expect(days(seriesOn(first), recurrence, '2027-12-31')[1]).toBe(second)
    expect(words('en', seriesOn(first), recurrence)).toContain(said)
  })
})
