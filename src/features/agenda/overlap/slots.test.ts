import { expect, test } from 'vitest'
import { checkedDays } from '../holidays/checked-days.ts'
import { sideOf } from '../planning/side.ts'
import { commonSlots, type OfficeHours, usualHours } from './slots.ts'

const zones: Record<string, string> = { FR: 'Europe/Paris', KR: 'Asia/Seoul' }
const inParis = (from: string, to: string, knownOn = '2017-09-06', hours: OfficeHours = usualHours) => {
  const offices = ['FR', 'KR'].map((country) => ({
    side: sideOf(country, checkedDays(country, '2017-01-01', '2018-12-31', knownOn)),
    zone: zones[country] ?? 'UTC',
    hours,
  }))
  return commonSlots(offices, from, to).map(({ start, end }) =>
    [start, end]
      .map((at) =>
        at.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString({ smallestUnit: 'minute' }),
      )
      .join(' – '),
  )
}

test('no slot is offered on 1–9 October 2017', () => {
  expect(inParis('2017-10-01', '2017-10-09')).toEqual([])
  expect(inParis('2017-09-29', '2017-10-10')).toEqual([
    '2017-09-29T09:00 – 2017-09-29T11:00',
    '2017-10-10T09:00 – 2017-10-10T11:00',
  ])
})

test('on 2 October 2017 one was, as far as anybody knew in August', () => {
  expect(inParis('2017-10-01', '2017-10-09', '2017-08-01')).toEqual(['2017-10-02T09:00 – 2017-10-02T11:00'])
})

test('on 12 December 2017 only 9–10 h in Paris is', () => {
  expect(inParis('2017-12-12', '2017-12-12')).toEqual(['2017-12-12T09:00 – 2017-12-12T10:00'])
})

test('longer hours meet in more of the day', () => {
  expect(inParis('2017-12-12', '2017-12-12', '2017-09-06', { from: '08:00', to: '20:00' })).toEqual([
    '2017-12-12T08:00 – 2017-12-12T12:00',
  ])
})

test('an office across the Pacific meets the evening before', () => {
  const at = (country: string, zone: string) => ({
    side: sideOf(country, []),
    zone,
    hours: { from: '08:00', to: '19:00' },
  })
  expect(
    commonSlots([at('KR', 'Asia/Seoul'), at('US', 'America/Los_Angeles')], '2026-11-25', '2026-11-25'),
  ).toEqual([
    {
      start: Temporal.Instant.from('2026-11-24T23:00:00Z'),
      end: Temporal.Instant.from('2026-11-25T03:00:00Z'),
    },
  ])
})

test('three sides meet when all of them are open', () => {
  const at = (country: string, zone: string) => ({ side: sideOf(country, []), zone, hours: usualHours })
  const three = [at('FR', 'Europe/Paris'), at('KR', 'Asia/Seoul'), at('VN', 'Asia/Ho_Chi_Minh')]
  expect(commonSlots(three, '2017-07-07', '2017-07-07')).toEqual([
    {
      start: Temporal.Instant.from('2017-07-07T07:00:00Z'),
      end: Temporal.Instant.from('2017-07-07T09:00:00Z'),
    },
  ])
  expect(
    commonSlots([at('FR', 'Europe/Paris'), at('US', 'America/Los_Angeles')], '2017-07-07', '2017-07-07'),
  ).toEqual([])
})
