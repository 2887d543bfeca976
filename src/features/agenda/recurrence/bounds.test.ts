import { describe, expect, it } from 'vitest'
import { seriesOn } from '../../../../test/support/series-date.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { isDayOf, seriesDays } from './days.ts'
import { fitting } from './fitting.ts'
import { listedDays } from './listed-days.ts'
import { ofPreset, presetOf } from './preset.ts'
import { plainRecurrence, type Recurrence } from './schema.ts'
import { type SeriesDate, shapeOf } from './shape.ts'
import { recurrenceTrouble } from './trouble.ts'

const shape = (date: SeriesDate) => shapeOf(date)!
const days = (date: SeriesDate, rule: Partial<Recurrence>, until: string) =>
  seriesDays(shape(date), { ...plainRecurrence, ...rule }, { until }).days

describe('what nobody means', () => {
  it.each([
    [{ unit: 'week', until: '2025-10-07' }, 'untilBeforeStart'],
    [{ until: '2126-01-01' }, 'untilTooFar'],
    [{ count: 0 }, 'count'],
    [{ count: 501 }, 'count'],
    [{ interval: 51 }, 'interval'],
    [{ placing: 'last_weekday' }, 'notLast'],
    [{ unit: 'week', until: '2025-10-09' }, 'never'],
  ] as const)('%j is refused', (rule, trouble) => {
    expect(recurrenceTrouble(seriesOn('2025-10-07'), { ...plainRecurrence, ...rule })).toBe(trouble)
  })

  it('is a series of which hundreds of days are left out', () => {
    const leftOut = Array.from({ length: 501 }, () => '2026-10-07')
    expect(recurrenceTrouble(seriesOn('2025-10-07'), { ...plainRecurrence, leftOut })).toBe('tooManyDays')
  })

  it('is an event that begins again before it ends', () => {
    expect(recurrenceTrouble(seriesOn('2025-10-07/2025-10-14'), ofPreset('week', null))).toBe('overlap')
    expect(recurrenceTrouble(seriesOn('2025-10-07/2025-10-13'), ofPreset('week', null))).toBe(null)
  })
})

describe('days left out, added and changed', () => {
  const meeting = seriesOn('2025-10-07')
  const note: LocalizedText = { fr: { text: 'Férié', state: 'original' } }
  const change = (id: string) => ({
    id,
    isCancelled: true,
    when: null,
    startsAt: null,
    endsAt: null,
    zone: null,
    title: {},
    venue: {},
    note,
  })
  const rule: Recurrence = {
    ...ofPreset('week', null),
    leftOut: ['2025-10-21'],
    added: ['2025-10-16'],
    changes: [change('2025-10-14')],
  }

  it('are days of the series or not', () => {
    expect(days(meeting, rule, '2025-10-31')).toEqual([
      '2025-10-07',
      '2025-10-14',
      '2025-10-16',
      '2025-10-28',
    ])
    expect(isDayOf(shape(meeting), rule, '2025-10-16')).toBe(true)
    expect(isDayOf(shape(meeting), rule, '2025-10-15')).toBe(false)
  })

  it('go when the rule has them no more', () => {
    expect(fitting(seriesOn('2025-10-08'), rule)).toEqual({ ...rule, leftOut: [], changes: [] })
    expect(fitting(meeting, rule)).toEqual(rule)
  })

  it('are no other rule', () => {
    expect(presetOf(rule)).toBe('week')
    expect(presetOf({ ...rule, weekdays: [5] })).toBe('own')
    expect(presetOf(null)).toBe('never')
  })
})

describe('what lists know', () => {
  const today = { first: '2025-11-26', last: '2025-11-26' }

  it('is three years of what goes on for ever, and all of what ends before', () => {
    const weekly = listedDays(seriesOn('2017-07-06'), ofPreset('week', null), today)
    expect([weekly.days[0]?.occursOn, weekly.days.at(-1)?.occursOn, weekly.until]).toEqual([
      '2023-12-28',
      '2028-11-23',
      '2028-11-26',
    ])
    const biennial = listedDays(seriesOn('1995-10'), { ...ofPreset('two_years', null), count: 17 }, today)
    expect([biennial.days.length, biennial.until]).toEqual([17, null])
  })

  it('is never more than some hundreds', () => {
    const daily = { ...ofPreset('week', null), weekdays: [1, 2, 3, 4, 5, 6, 7] }
    const { days: listed, until } = listedDays(seriesOn('2017-07-06'), daily, today)
    expect(listed).toHaveLength(800)
    expect(until).toBe(listed.at(-1)?.occursOn)
  })
})
