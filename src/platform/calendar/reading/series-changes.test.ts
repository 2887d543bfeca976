import { expect, test } from 'vitest'
import { codesOf, eventLines, readLines, startsOf } from '../../../../test/support/calendar-lines.ts'

const paris = ';TZID=Europe/Paris'
const weekly = eventLines(
  `DTSTART${paris}:20171010T100000`,
  `DTEND${paris}:20171010T110000`,
  'RRULE:FREQ=WEEKLY;COUNT=5',
)
const later = (of: string, ...lines: string[]) =>
  eventLines(`RECURRENCE-ID;RANGE=THISANDFUTURE${paris}:${of}`, ...lines)
const endsOf = (calendar: ReturnType<typeof readLines>) =>
  calendar.events.flatMap(({ occurrences }) =>
    occurrences.map(({ end }) => (end?.kind === 'instant' ? end.at.toISOString().slice(0, 16) : end)),
  )

test('moves an occurrence and all that follow by as much, on the clock, and changes how long they last', () => {
  const calendar = readLines([
    ...weekly,
    ...later('20171024T100000', `DTSTART${paris}:20171025T150000`, `DTEND${paris}:20171025T170000`),
  ])
  // Summer time ends on 29 October.
  expect(startsOf(calendar)).toEqual([
    '2017-10-10T08:00',
    '2017-10-17T08:00',
    '2017-10-25T13:00',
    '2017-11-01T14:00',
    '2017-11-08T14:00',
  ])
  expect(endsOf(calendar).at(-1)).toBe('2017-11-08T16:00')
  expect(codesOf(calendar)).toEqual([])
})

test('lets the last of several such changes count, and a change of one occurrence before all of them', () => {
  const calendar = readLines([
    ...eventLines(`RECURRENCE-ID${paris}:20171107T100000`, `DTSTART${paris}:20171107T200000`),
    ...later('20171031T100000', `DTSTART${paris}:20171031T120000`),
    ...weekly,
    ...later('20171017T100000', `DTSTART${paris}:20171017T110000`),
  ])
  expect(startsOf(calendar)).toEqual([
    '2017-10-10T08:00',
    '2017-10-17T09:00',
    '2017-10-24T09:00',
    '2017-10-31T11:00',
    '2017-11-07T19:00',
  ])
})

test('calls off all that follow a cancelled occurrence', () => {
  const calendar = readLines([
    ...weekly,
    ...later('20171031T100000', `DTSTART${paris}:20171031T100000`, 'STATUS:CANCELLED'),
  ])
  const [event] = calendar.events
  expect(event?.occurrences.map(({ change }) => event.changes[change ?? -1]?.status)).toEqual([
    undefined,
    undefined,
    undefined,
    'cancelled',
    'cancelled',
  ])
})

test.each([
  [1, ['2017-10-02T08:00', '2017-10-04T08:00'], ['changeExcluded', '2017-10-03']],
  [
    3,
    ['2017-10-02T08:00', '2017-10-03T13:00', '2017-10-04T08:00'],
    ['changeWithoutOccurrence', '2017-10-03'],
  ],
])(
  'of a date that version 2 of a series leaves out and version %i changes, takes what was said last',
  (sequence, starts, code) => {
    const calendar = readLines([
      ...eventLines('RECURRENCE-ID:20171003T080000Z', 'DTSTART:20171003T130000Z', `SEQUENCE:${sequence}`),
      ...eventLines(
        'DTSTART:20171002T080000Z',
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE:20171003T080000Z',
        'SEQUENCE:2',
      ),
    ])
    expect(startsOf(calendar)).toEqual(starts)
    expect(codesOf(calendar)).toEqual([code])
  },
)

test('takes the times of all rules, less those of the rules that exclude', () => {
  const calendar = readLines(
    eventLines(
      'DTSTART:20171002T080000Z',
      'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20171016T080000Z',
      'RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20171013T080000Z',
      'EXRULE:FREQ=MONTHLY;BYMONTHDAY=9',
    ),
  )
  expect(startsOf(calendar)).toEqual([
    '2017-10-02T08:00',
    '2017-10-05T08:00',
    '2017-10-12T08:00',
    '2017-10-16T08:00',
  ])
})

test('gives an added date the end that it has of its own', () => {
  const calendar = readLines(
    eventLines(
      'DTSTART:20171002T080000Z',
      'DTEND:20171002T090000Z',
      'RDATE;VALUE=PERIOD:20171005T080000Z/20171005T120000Z,20171006T080000Z/PT30M',
      'RDATE:20171009T080000Z',
    ),
  )
  expect(endsOf(calendar)).toEqual([
    '2017-10-02T09:00',
    '2017-10-05T12:00',
    '2017-10-06T08:30',
    '2017-10-09T09:00',
  ])
})

// RFC 5545 3.3.5: an hour that the clock skips counts with the offset before it, the first of two is meant.
test.each([
  ['20170326T023000', '2017-03-26T01:30'],
  ['20171029T023000', '2017-10-29T00:30'],
])('reads %s in Paris, which is not or is twice, as said of itself and by a rule', (wall, at) => {
  const day = Number(wall.slice(6, 8))
  const before = wall.replace(/..(?=T)/, String(day - 1))
  expect(startsOf(readLines(eventLines(`DTSTART${paris}:${wall}`)))).toEqual([at])
  expect(startsOf(readLines(eventLines(`DTSTART${paris}:${before}`, 'RRULE:FREQ=DAILY;COUNT=2'))).at(1)).toBe(
    at,
  )
})

test.each(['99991231', '99991231T235959Z', '22000101'])(
  'reads a series until %s to the end of what was asked for',
  (until) => {
    const calendar = readLines(eventLines('DTSTART:20290101T080000Z', `RRULE:FREQ=MONTHLY;UNTIL=${until}`))
    expect(startsOf(calendar)).toHaveLength(12)
    expect(codesOf(calendar)).toEqual([['endless', '2030-01-01']])
  },
)
