import { expect, test } from 'vitest'
import { readZonedTime } from './zoned-time.ts'

test.each([
  ['2017-07-07T10:00[Europe/Paris]', '2017-07-07T08:00:00Z', 'Europe/Paris', false],
  ['2017-07-08T00:00[Asia/Seoul]', '2017-07-07T15:00:00Z', 'Asia/Seoul', false],
  ['2017-07-07T08:00Z', '2017-07-07T08:00:00Z', 'UTC', false],
  ['2017-07-07T10:00+02:00[Europe/Paris]', '2017-07-07T08:00:00Z', 'Europe/Paris', false],
  ['2017-03-26T02:30[Europe/Paris]', '2017-03-26T01:30:00Z', 'Europe/Paris', true],
  ['2017-10-29T02:30[Europe/Paris]', '2017-10-29T00:30:00Z', 'Europe/Paris', false],
])('%s is the instant %s', (text, instant, zone, isSkipped) => {
  expect(readZonedTime(text)).toEqual({ instant: Temporal.Instant.from(instant), zone, isSkipped })
})

test.each([
  ['', 'malformed'],
  ['2017-07-07', 'malformed'],
  ['2017-07-07T10:00', 'malformed'],
  ['2017-07-07T10:00[Europe/Paris', 'malformed'],
  ['2017-02-31T10:00[Europe/Paris]', 'noSuchDay'],
  ['2017-02-31T10:00Z', 'noSuchDay'],
  ['2017-07-07T25:00[Europe/Paris]', 'noSuchDay'],
  ['2017-07-07T10:00[Mars/Phobos]', 'noSuchZone'],
  ['9999-12-31T23:00[Asia/Seoul]', 'outOfRange'],
  ['275760-09-13T00:00Z', 'outOfRange'],
  ['2'.repeat(10_000), 'malformed'],
])('%s is refused as %s', (text, problem) => {
  expect(readZonedTime(text)).toEqual({ problem })
})
