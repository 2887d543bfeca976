import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileCalendars, hostileFolds } from '../../../../test/support/hostile-calendar.ts'
import { readIndependently } from '../../../../test/support/independent-calendar.ts'
import { listTimes } from '../../../../test/support/read-times.ts'

// More with TEST_HOSTILE=all.
const numRuns = process.env.TEST_HOSTILE === 'all' ? 20_000 : 100
const window = { from: Date.UTC(2016, 0), until: Date.UTC(2017, 6), most: 3_000 }

test(`tells the hours that an independent reader tells, of ${numRuns} calendars folded in hostile ways`, () => {
  const given = hostileCalendars.chain((lines) =>
    fc.record({ lines: fc.constant(lines), bytes: hostileFolds(lines) }),
  )
  fc.assert(
    fc.property(given, ({ lines, bytes }) => {
      const zone = lines.find((line) => line.startsWith('TZID:'))?.slice(5) ?? 'UTC'
      const compared = (times: string[] | null) => times?.flatMap((time) => alike(time, zone))
      expect(compared(listTimes(bytes, window))).toEqual(
        compared(readIndependently(lines.join('\r\n'), window)),
      )
    }),
    { numRuns },
  )
})

/**
 * What both readers have to tell. Ours follows RFC 5545 where the other does not: an hour that a clock skips or shows twice is read as
 * 3.3.5 says, and dates of a series last exactly as long as the first, summer time or not (3.8.5.3).
 */
function alike(time: string, zone: string): string[] {
  const [start = ''] = time.split('/')
  const at = Temporal.Instant.from(`${start.slice(-16)}Z`).toZonedDateTimeISO(zone)
  if (at.subtract({ years: 1 }).getTimeZoneTransition('next')?.epochMilliseconds === undefined) return [time]
  const near = at.subtract({ hours: 4 }).getTimeZoneTransition('next')
  const isDoubtful = near !== null && Temporal.ZonedDateTime.compare(near, at.add({ hours: 4 })) < 0
  return isDoubtful ? [] : [start]
}
