import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectPath } from '../../settings/project-path.ts'
import type { CalendarTime } from '../calendar-event.ts'
import { calendarText } from './calendar-text.ts'
import { readCalendar } from './read-calendar.ts'
import { type CalendarTrouble, CalendarUnreadable } from './remarks.ts'

// Files of Google, Office 365, Exchange, Apple, Zimbra and others, which are not ours to copy.
const folder = projectPath('..', 'shared', 'calendars')
const isThere = existsSync(folder)
if (!isThere) console.log('Not run: ../shared/calendars is not beside the project')

/**
 * By hand, from the files: how many events, how many times they take place from 1985 until a day (2030 unless said), when the
 * first begins and the last ends. In UTC; days count as midnight, and times without a zone (the number at the end) as written.
 */
const imported: [
  file: string,
  events: number,
  times: number,
  first: string,
  last: string,
  floating?: number,
  until?: string,
][] = [
  ['allenporter/apple_ical', 8, 420, '2022-09-12T16:00', '2023-10-31T17:00', 0, '2023-11-01'],
  ['allenporter/calendar_labs_same_day_dtend', 1, 1, '2025-12-08T00:00', '2025-12-09T00:00'],
  ['allenporter/emoji', 1, 1, '1997-12-25T00:00', '1997-12-26T00:00'],
  ['allenporter/google_calendar_invalid_offset', 1, 8, '2003-02-03T20:00', '2003-02-12T22:00'],
  ['allenporter/google_calendar_public_holidays', 111, 111, '2021-01-01T00:00', '2024-01-01T00:00'],
  ['allenporter/google_dtstart_until_mismatch', 1, 13, '2023-10-05T13:00', '2023-12-28T15:00'],
  ['allenporter/languages', 9, 9, '1997-07-14T17:00', '1997-07-15T04:00'],
  ['allenporter/office_356_custom_timezone', 2, 51, '2024-05-02T09:00', '2026-05-05T14:00'],
  ['allenporter/office_360_nz_tz', 3, 53, '2025-10-07T20:00', '2026-06-01T03:30'],
  ['allenporter/office_365_extended_timezone', 1, 1, '2024-04-26T12:00', '2024-04-26T13:00'],
  ['allenporter/recurring_with_single_change', 1, 3, '2026-02-01T15:00', '2026-02-03T16:00'],
  ['allenporter/rrule-exdate-mismatch', 1, 11, '2023-12-24T00:00', '2024-01-29T00:00', 0, '2024-02-01'],
  ['allenporter/unknown_value_proton_mail', 1, 1, '2024-02-01T10:00', '2024-02-01T11:00'],
  ['node-ical/Office-2012-owa', 4, 90, '2020-10-28T02:30', '2021-08-27T19:00'],
  ['node-ical/badRRULE', 2, 120, '2020-09-03T15:40', '2020-12-31T16:50', 0, '2021-01-01'],
  ['node-ical/bad_custom_ms_tz', 2, 2, '2021-04-01T00:00', '2021-04-02T00:00'],
  ['node-ical/bad_ms_tz', 1, 34, '2020-08-25T14:35', '2020-12-17T16:50'],
  ['node-ical/biweekly-exdate-until', 2, 39, '2017-02-16T15:00', '2017-12-06T00:00', 0, '2018-01-01'],
  ['node-ical/daily-count-exdate-recurrence-id', 1, 8, '2015-07-06T19:00', '2015-07-15T20:00'],
  ['node-ical/duplicate-uid-sequence', 2, 2, '2024-01-15T10:00', '2024-01-20T15:00'],
  ['node-ical/exchange-custom-tz', 1, 1, '2019-04-30T02:00', '2019-04-30T05:00'],
  ['node-ical/exchange_whole_day_moved_recurrence', 1, 52, '2026-02-19T00:00', '2026-08-19T00:00'],
  ['node-ical/floating-dtstart-custom-vtimezone', 1, 1, '2025-06-10T14:00', '2025-06-10T15:00', 1],
  ['node-ical/google-calendar-kiev-tz', 1, 4, '2016-08-25T11:00', '2016-08-28T12:00'],
  ['node-ical/google-recurrence-order', 1, 3, '2026-02-10T17:00', '2026-02-12T17:30'],
  ['node-ical/meetup-timed-tz', 1, 1, '2011-11-10T02:00', '2011-11-10T04:00'],
  ['node-ical/mixed-timezone-handling', 5, 5, '2002-10-28T00:00', '2002-10-29T06:20', 1],
  ['node-ical/ms_timezones', 4, 372, '2020-06-09T07:00', '2021-03-09T20:30'],
  ['node-ical/multi-era-vtimezone', 2, 2, '1985-10-15T18:00', '2025-06-10T19:00'],
  ['node-ical/non-utc-until', 1, 53, '2024-01-01T09:00', '2024-12-30T10:00'],
  ['node-ical/recurrence-sequence', 1, 7, '2024-01-01T10:00', '2024-01-05T11:00'],
  ['node-ical/sabredav-school-holidays', 1, 1, '2018-07-02T00:00', '2018-08-11T00:00'],
  ['node-ical/tentative-apple-calendar', 4, 4, '2022-07-04T23:00', '2022-07-07T17:00'],
  ['node-ical/test_date_duration', 1, 1, '2024-02-15T00:00', '2024-02-22T00:00'],
  ['node-ical/test_with_int_tzid', 2, 2, '2023-12-15T14:00', '2024-01-08T11:00'],
  ['node-ical/tripit-location-escaping', 47, 47, '2011-10-11T00:00', '2012-01-06T05:05', 2],
  ['node-ical/vtodo-vfreebusy', 3, 3, '2002-10-28T22:00', '2002-12-17T05:00'],
  ['node-ical/whole_day_moved_over_dst_change_berlin', 1, 3, '2024-10-27T00:00', '2024-10-31T00:00'],
  ['node-ical/windows-quoted-tz-rrule', 1, 8, '2015-07-06T16:00', '2015-07-15T20:00'],
  ['node-ical/yearly-recurring-unicode', 1, 8, '2012-07-14T00:00', '2019-07-15T00:00', 0, '2020-01-01'],
]

const refused: [file: string, code: CalendarTrouble, detail: string][] = [
  ['allenporter/office_365_invalid_timezone', 'zoneUnknown', 'Customized Time Zone'],
  ['allenporter/params_rfc6868_caret', 'empty', ''],
  ['node-ical/attendee-with-url', 'noStart', ''],
  ['node-ical/germany_at_end_of_day_repeating', 'zoneUnknown', 'Europe/Germany'],
  ['node-ical/utf8-french-calendar', 'empty', ''],
  ['node-ical/vfreebusy-zimbra', 'empty', ''],
]

/** What was left out of files that import otherwise. */
const leftOut: Record<string, string[]> = {
  'node-ical/badRRULE': ['ruleUnreadable Academic Time'],
  'node-ical/bad_custom_ms_tz': ['zoneUnknown [private]', 'endBeforeStart *masked-away2*'],
  'node-ical/daily-count-exdate-recurrence-id': ['endBeforeStart More Treasure Hunting'],
}

function read(file: string, until = '2030-01-01') {
  const { text } = calendarText(readFileSync(join(folder, `${file}.ics`)), 5e6)
  return readCalendar(text, { from: Date.UTC(1985, 0), until: Date.parse(until), most: 5_000 })
}

test.runIf(isThere).each(imported)(
  'imports %s rightly',
  (file, events, times, first, last, floating = 0, until) => {
    const calendar = read(file, until)
    const occurrences = calendar.events.flatMap((event) => event.occurrences)
    expect({
      events: calendar.events.length,
      times: occurrences.length,
      first: inUtc(occurrences.map(({ start }) => start)).at(0),
      last: inUtc(occurrences.map(({ start, end }) => end ?? start)).at(-1),
      floating: calendar.events.filter(({ start }) => start.kind === 'floating').length,
    }).toEqual({ events, times, first, last, floating })
    const omissions = calendar.remarks.filter(({ code }) => leavesOut.has(code))
    expect(omissions.map(({ code, subject }) => `${code} ${subject}`)).toEqual(leftOut[file] ?? [])
  },
)

const leavesOut = new Set([
  'noStart',
  'dateImpossible',
  'zoneUnknown',
  'endBeforeStart',
  'endUnlikeStart',
  'endLeftOut',
  'ruleUnreadable',
  'rulePartLeftOut',
  'recurrenceEmpty',
  'dateLeftOut',
  'exceptionLeftOut',
  'changeExcluded',
  'changeLeftOut',
  'lineUnreadable',
  'cutOff',
])

test.runIf(isThere).each(refused)('refuses %s: %s %s', (file, code, detail) => {
  expect(() => read(file)).toThrow(new CalendarUnreadable(code, detail))
})

test.runIf(isThere)('says of every file there is which of the two it is', () => {
  const files = globSync('*/*.ics', { cwd: folder }).map((path) => path.replace(/\.ics$/, ''))
  expect([...imported, ...refused].map(([file]) => file).toSorted()).toEqual(files.toSorted())
  expect(imported.length).toBeGreaterThanOrEqual(38)
})

function inUtc(times: CalendarTime[]): string[] {
  return times
    .map((time) => {
      if (time.kind === 'instant') return time.at.toISOString().slice(0, 16)
      return time.kind === 'day' ? `${time.day}T00:00` : time.at.slice(0, 16)
    })
    .toSorted()
}
