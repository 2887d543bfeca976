import { expect, test } from 'vitest'
import { daysOnClock } from './day-place.ts'

const event = (startsAt: string, endsAt: string | null) => ({
  happens: startsAt.slice(0, 10),
  words: {},
  knownOn: '2017-01-01',
  startsAt: new Date(startsAt),
  endsAt: endsAt === null ? null : new Date(endsAt),
})

test('an evening in Paris is the next morning in Seoul', () => {
  const evening = event('2017-10-10T16:00:00Z', '2017-10-10T17:00:00Z')
  expect(daysOnClock(evening, 'Europe/Paris')).toEqual({
    from: '2017-10-10',
    to: '2017-10-10',
    isExact: true,
  })
  expect(daysOnClock(evening, 'Asia/Seoul')?.from).toBe('2017-10-11')
})

test('what ends at midnight does not stand on the day that begins then', () => {
  const meeting = event('2017-07-07T08:00:00Z', '2017-07-07T15:00:00Z')
  expect(daysOnClock(meeting, 'Asia/Seoul')).toMatchObject({ from: '2017-07-07', to: '2017-07-07' })
  const longer = event('2017-07-07T08:00:00Z', '2017-07-07T15:30:00Z')
  expect(daysOnClock(longer, 'Asia/Seoul')).toMatchObject({ from: '2017-07-07', to: '2017-07-08' })
})
