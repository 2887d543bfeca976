import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClocks } from '../../platform/dates/index.ts'
import { uiReader } from '../ui-reader.ts'
import { clockLines } from './clock-text.ts'

const countries = ['FR', 'KR']

test('says the hours of 7 and 10 October 2017 and of winter on both clocks, with the day on each', () => {
  const lines = (language: 'fr' | 'ko' | 'en', startsAt: string, endsAt: string | null) =>
    clockLines(uiReader(language), {
      countries,
      hours: { startsAt: new Date(startsAt), endsAt: endsAt ? new Date(endsAt) : null, zone: 'Europe/Paris' },
    })
  expect(lines('fr', '2017-07-07T08:00:00Z', '2017-07-07T15:00:00Z')).toEqual([
    'ven. 7 juil. 2017, 10:00–17:00 Paris',
    'ven. 7 juil. 2017, 17:00–00:00 (+1 j) Séoul',
  ])
  expect(lines('ko', '2017-10-10T16:00:00Z', null)).toEqual([
    '2017년 10월 10일 (화), 18:00 파리',
    '2017년 10월 11일 (수), 01:00 서울',
  ])
  expect(lines('en', '2017-10-30T08:00:00Z', null)).toEqual([
    'Mon, 30 Oct 2017, 09:00 Paris',
    'Mon, 30 Oct 2017, 17:00 Seoul',
  ])
})

test('reads every clock as Temporal does: any instant, any zone', () => {
  const times = fc.date({ min: new Date('1980-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  fc.assert(
    fc.property(times, zones, fc.integer({ min: 0, max: 100 }), (startsAt, zone, hours) => {
      const given = { startsAt, endsAt: new Date(startsAt.getTime() + hours * 3_600_000), zone }
      const wanted = readClocks(given, countries).map(({ start, end }) => [
        start.toPlainTime().toString({ smallestUnit: 'minute' }),
        end?.toPlainTime().toString({ smallestUnit: 'minute' }),
        start.toPlainDate().toLocaleString('en-GB', {
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          year: 'numeric',
        }),
      ])
      const shown = clockLines(uiReader('en'), { countries, hours: given }).map((line) => {
        const [, day, from, until] = /^(.+), (\d\d:\d\d)–(\d\d:\d\d)/.exec(line) ?? []
        return [from, until, day]
      })
      expect(shown).toEqual(wanted)
    }),
  )
})
