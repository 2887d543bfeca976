import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileCalendars } from '../../../../test/support/hostile-calendar.ts'
import { hostileFolds } from '../../../../test/support/hostile-folds.ts'
import { readIndependently } from '../../../../test/support/independent-calendar.ts'
import { listTimes } from '../../../../test/support/read-times.ts'
import { projectPath } from '../../settings/project-path.ts'
import { calendarText } from './calendar-text.ts'

// More with TEST_HOSTILE=all.
const numRuns = process.env.TEST_HOSTILE === 'all' ? 20_000 : 60
const window = { from: Date.UTC(2016, 0), until: Date.UTC(2017, 6), most: 3_000 }

test(`tells the hours that an independent reader tells, of ${numRuns} calendars folded in hostile ways`, () => {
  const given = hostileCalendars.chain((lines) =>
    fc.record({ lines: fc.constant(lines), bytes: hostileFolds(lines) }),
  )
  fc.assert(
    fc.property(given, ({ lines, bytes }) => {
      const zone = lines.find((line) => line.startsWith('TZID:'))?.slice(5) ?? 'UTC'
      // The other reader gives a date twice that a rule has and a line adds.
      const isOfLeapDay = isYearlyOfLeapDay(lines)
      const compared = (times: string[] | null) =>
        new Set(times?.flatMap((time) => alike(time, { zone, isOfLeapDay })))
      expect(compared(listTimes(bytes, window))).toEqual(
        compared(readIndependently(lines.join('\r\n'), window)),
      )
    }),
    { numRuns },
  )
}, 300_000)

/**
 * What both readers give. Ours follows RFC 5545 where the other does not: an hour that a clock skips or shows twice is read as 3.3.5 says (a
 * change of all later dates by up to three days moves it on from there), dates of a series last exactly as long as the first, summer time or
 * not (3.8.5.3), and each 29 February is left out of the years that have none (3.3.10) where the other has a 1 March.
 */
function alike(time: string, { zone, isOfLeapDay }: { zone: string; isOfLeapDay: boolean }): string[] {
  const [start = ''] = time.split('/')
  const at = Temporal.Instant.from(`${start.slice(-16)}Z`).toZonedDateTimeISO(zone)
  if (isOfLeapDay && at.month === 3 && at.day === 1) return []
  if (at.subtract({ years: 1 }).getTimeZoneTransition('next')?.epochMilliseconds === undefined) return [time]
  const near = at.subtract({ hours: 80 }).getTimeZoneTransition('next')
  const isDoubtful = near !== null && Temporal.ZonedDateTime.compare(near, at.add({ hours: 80 })) < 0
  return isDoubtful ? [] : [start]
}

function isYearlyOfLeapDay(lines: readonly string[]): boolean {
  return (
    lines.some((line) => /^DTSTART.*:\d{4}0229/.test(line)) &&
    lines.some((line) => line.includes('FREQ=YEARLY'))
  )
}

const folder = projectPath('..', 'shared', 'calendars')
const isThere = existsSync(folder)
if (!isThere) console.log('Not run: ../shared/calendars is not beside the project')

/** Real files that the two read differently, and which of them is right. */
const differing: Record<string, string> = {
  badRRULE: 'the other makes a rule of what is none',
  'duplicate-uid-sequence': 'the other shows an earlier version too',
  exchange_whole_day_moved_recurrence: 'the other moves a whole day by its clock',
  'recurrence-sequence': 'the other follows an earlier change',
}

test.runIf(isThere)(
  'tells the hours of real files that the other reader tells, but for those that it gets wrong',
  () => {
    const years = { from: Date.UTC(2000, 0), until: Date.UTC(2027, 0), most: 3_000 }
    const counts = { alike: 0, unread: 0 }
    const found = globSync('*/*.ics', { cwd: folder }).flatMap((file) => {
      const bytes = readFileSync(join(folder, file))
      const own = startsOf(tryTimes(bytes, years))
      const other = startsOf(readIndependently(calendarText(bytes, 5e6).text, years))
      if (own.size === 0 && other.size === 0) return []
      const isAlike = own.symmetricDifference(other).size === 0
      if (isAlike) counts.alike += 1
      else if (other.size === 0) counts.unread += 1
      return isAlike || other.size === 0 ? [] : [file.replace(/^.*[/]|[.]ics$/g, '')]
    })
    const all = counts.alike + counts.unread + found.length
    console.log(
      `Of ${all} real calendars with dates ${counts.alike} agree, ${counts.unread} only we can read`,
    )
    expect(found.toSorted()).toEqual(Object.keys(differing).toSorted())
    expect(counts.alike).toBeGreaterThanOrEqual(25)
  },
  120_000,
)

const startsOf = (times: string[] | null) => new Set(times?.map((time) => time.split('/')[0]))

function tryTimes(bytes: Uint8Array, years: typeof window): string[] | null {
  try {
    return listTimes(bytes, years)
  } catch {
    return null
  }
}
