import { expect, test } from 'vitest'
import { codesOf, eventLines, readLines, startsOf } from '../../../../test/support/calendar-lines.ts'

test('repeats by the clock of the zone, across the end of summer time', () => {
  const calendar = readLines(
    eventLines('DTSTART;TZID=Europe/Paris:20171025T100000', 'RRULE:FREQ=WEEKLY;COUNT=2'),
  )
  expect(startsOf(calendar)).toEqual(['2017-10-25T08:00', '2017-11-01T09:00'])
})

test.each([
  ['UNTIL=20171103', 3],
  ['UNTIL=20171102T235959', 2],
  ['UNTIL=20171102T230000Z', 3],
  ['UNTIL=20171102T225959Z', 2],
])('ends a daily series at midnight of Paris with %s after %i days', (until, count) => {
  const lines = eventLines('DTSTART;TZID=Europe/Paris:20171101T000000', `RRULE:FREQ=DAILY;${until}`)
  expect(startsOf(readLines(lines))).toHaveLength(count)
})

test('leaves out what is excluded: at its instant, on its day, or by another clock', () => {
  const calendar = readLines(
    eventLines(
      'DTSTART;TZID=Europe/Paris:20171002T100000',
      'RRULE:FREQ=DAILY;COUNT=6',
      'EXDATE:20171003T080000Z',
      'EXDATE;VALUE=DATE:20171004',
      'EXDATE:20171005T100000',
      'EXDATE;TZID=Asia/Seoul:20171006T090000',
    ),
  )
  expect(startsOf(calendar)).toEqual(['2017-10-02T08:00', '2017-10-07T08:00'])
  expect(codesOf(calendar)).toEqual([
    ['exclusionByDay', '2017-10-04'],
    ['exclusionByDay', '2017-10-06'],
  ])
})

test('moves one occurrence, by its latest version', () => {
  const moved = (hour: number, sequence: number) =>
    eventLines(
      'RECURRENCE-ID;TZID=Europe/Paris:20171003T100000',
      `DTSTART;TZID=Europe/Paris:20171003T${hour}0000`,
      `SEQUENCE:${sequence}`,
    )
  const calendar = readLines([
    ...moved(15, 2),
    ...eventLines('DTSTART;TZID=Europe/Paris:20171002T100000', 'RRULE:FREQ=DAILY;COUNT=3'),
    ...moved(18, 1),
  ])
  expect(startsOf(calendar)).toEqual(['2017-10-02T08:00', '2017-10-03T13:00', '2017-10-04T08:00'])
  expect(codesOf(calendar)).toEqual([['olderVersion', '1']])
  expect(calendar.events[0]?.changes).toHaveLength(1)
})

test('shows no occurrence whose change cannot be read, nor any after it where it holds for all that follow', () => {
  const daily = eventLines('DTSTART:20171002T080000Z', 'RRULE:FREQ=DAILY;COUNT=5')
  const lost = (range: string, day: number) =>
    eventLines(`RECURRENCE-ID${range}:2017100${day}T080000Z`, `DTSTART;TZID=Mars/Phobos:2017100${day}T090000`)
  const calendar = readLines([...daily, ...lost('', 3), ...lost(';RANGE=THISANDFUTURE', 5)])
  expect(startsOf(calendar)).toEqual(['2017-10-02T08:00', '2017-10-04T08:00'])
  expect(codesOf(calendar)).toContainEqual(['laterOccurrences', '2017-10-05'])
})

test('takes the event with the highest sequence, and a cancelled one for cancelled', () => {
  const calendar = readLines([
    ...eventLines('DTSTART:20171002T080000Z', 'SEQUENCE:1', 'STATUS:CANCELLED'),
    ...eventLines('DTSTART:20171001T080000Z', 'SEQUENCE:0'),
  ])
  expect(calendar.events).toMatchObject([{ sequence: 1, status: 'cancelled' }])
  const asked = readLines(['METHOD:CANCEL', ...eventLines('DTSTART:20171002T080000Z')])
  expect(asked).toMatchObject({ method: 'CANCEL', events: [{ status: 'cancelled' }] })
})

test('bounds a series without an end, and says so', () => {
  const lines = eventLines('DTSTART:20170101T080000Z', 'RRULE:FREQ=DAILY')
  const century = readLines(lines, { until: Date.UTC(2117, 0) })
  expect(century.events[0]?.occurrences).toHaveLength(1_000)
  expect(codesOf(century)).toEqual([['tooManyOccurrences', '1000']])
  expect(codesOf(readLines(lines, { until: Date.UTC(2018, 0) }))).toEqual([['endless', '2018-01-01']])
})

test.each([
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=MONTHLY;BYDAY=6MO',
])('finds no other day for %s than the first', (rule) => {
  expect(startsOf(readLines(eventLines('DTSTART:20170101T080000Z', `RRULE:${rule}`)))).toEqual([
    '2017-01-01T08:00',
  ])
})

test('reads a biweekly series by the first day of its week', () => {
  const rule = 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4'
  // The two answers of RFC 5545 3.3.10.
  const starts = (weekStart: string) =>
    startsOf(readLines(eventLines('DTSTART:19970805T090000Z', `${rule};WKST=${weekStart}`), { from: 0 }))
  expect(starts('MO').map((start) => String(start).slice(5, 10))).toEqual([
    '08-05',
    '08-10',
    '08-19',
    '08-24',
  ])
  expect(starts('SU').map((start) => String(start).slice(5, 10))).toEqual([
    '08-05',
    '08-17',
    '08-19',
    '08-31',
  ])
})

test.each(['DAILY', 'WEEKLY'])('finds the %s series of a hundred years in its last ones', (frequency) => {
  const lines = eventLines('DTSTART;TZID=Europe/Paris:19170704T100000', `RRULE:FREQ=${frequency}`)
  const found = startsOf(readLines(lines))
  expect(found.length).toBeGreaterThan(50)
})
