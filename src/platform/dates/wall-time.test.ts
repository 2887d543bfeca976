import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wallTime } from './wall-time.ts'

test('shows the day, the hour and the offset of a place in summer and in winter', () => {
  expect(wallTime(new Date('2017-07-07T08:00:00Z'), 'Europe/Paris')).toEqual({
    day: '2017-07-07',
    time: '10:00',
    datetime: '2017-07-07T10:00:00+02:00',
  })
  expect(wallTime(new Date('2017-12-31T18:30:00Z'), 'Asia/Seoul')).toEqual({
    day: '2018-01-01',
    time: '03:30',
    datetime: '2018-01-01T03:30:00+09:00',
  })
})

test('reads every clock as Temporal does: any instant, any zone', () => {
  const times = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  fc.assert(
    fc.property(times, zones, (at, zone) => {
      const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
      expect(wallTime(at, zone)).toEqual({
        day: there.toPlainDate().toString(),
        time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
        datetime: there.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
      })
    }),
  )
})
