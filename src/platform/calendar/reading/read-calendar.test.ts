import { expect, test } from 'vitest'
import { calendarText } from './calendar-text.ts'
import { type ReadCalendar, readCalendar } from './read-calendar.ts'
import { CalendarUnreadable } from './remarks.ts'

const window = { from: Date.UTC(2000, 0), until: Date.UTC(2030, 0), most: 1_000 }

/** A calendar of lines, folded or not. */
function read(lines: string[], bounds: Partial<typeof window> = {}): ReadCalendar {
  const { text } = calendarText(Buffer.from(calendar(lines)), 5e6)
  return readCalendar(text, { ...window, ...bounds })
}

const calendar = (lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')
const event = (...lines: string[]) => [
  'BEGIN:VEVENT',
  'UID:a@b.example',
  'SUMMARY:Réunion',
  ...lines,
  'END:VEVENT',
]

const startsOf = ({ events }: ReadCalendar) =>
  events.flatMap(({ occurrences }) =>
    occurrences.map(({ start }) => (start.kind === 'instant' ? start.at.toISOString().slice(0, 16) : start)),
  )
const codesOf = ({ remarks }: ReadCalendar) => remarks.map(({ code, detail }) => [code, detail])

const refusal = (lines: string[]) => {
  try {
    read(lines)
    return null
  } catch (error) {
    return error instanceof CalendarUnreadable ? [error.code, error.detail] : error
  }
}

const paris = [
  'BEGIN:VTIMEZONE',
  'TZID:Salle du conseil',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

test.each([
  ['Europe/Paris', '2017-07-07T08:00', 'Europe/Paris'],
  ['Asia/Seoul', '2017-07-07T01:00', 'Asia/Seoul'],
  ['/freeassociation.sourceforge.net/Europe/Paris', '2017-07-07T08:00', 'Europe/Paris'],
  ['Romance Standard Time', '2017-07-07T08:00', 'Europe/Paris'],
  ['Korea Standard Time', '2017-07-07T01:00', 'Asia/Seoul'],
  ['"(UTC+09:00) Seoul"', '2017-07-07T01:00', 'Asia/Seoul'],
  ['(UTC+01:00) Brussels, Copenhagen, Madrid, Paris', '2017-07-07T08:00', 'Europe/Brussels'],
  ['"(UTC-05:00) Eastern Time (US & Canada)"', '2017-07-07T14:00', 'America/New_York'],
  ['GMT+0900', '2017-07-07T01:00', 'UTC'],
  ['Salle du conseil', '2017-07-07T08:00', 'UTC'],
])('reads ten o’clock in the zone %s', (zone, at, named) => {
  const { events } = read([...paris, ...event(`DTSTART;TZID=${zone}:20170707T100000`)])
  expect(events.map(({ start }) => start)).toEqual([{ kind: 'instant', at: new Date(`${at}Z`), zone: named }])
})

test('follows the rules of the file where they differ from those of the zone that it names', () => {
  const wrong = paris.map((line) => line.replace('Salle du conseil', 'Korea Standard Time'))
  const calendar = read([...wrong, ...event('DTSTART;TZID=Korea Standard Time:20170707T100000')])
  expect(startsOf(calendar)).toEqual(['2017-07-07T08:00'])
  expect(codesOf(calendar)).toEqual([['zoneDiffers', 'Korea Standard Time']])
})

test('tells days and times without a zone apart from instants, and makes no instant of them', () => {
  const calendar = read([
    ...event('DTSTART;VALUE=DATE:20171009', 'DTEND;VALUE=DATE:20171011'),
    ...event('DTSTART:20171009T180000', 'DURATION:PT1H30M').map((line) => line.replace('a@', 'c@')),
  ])
  expect(calendar.events.map(({ start, end }) => [start, end])).toEqual([
    [
      { kind: 'day', day: '2017-10-09' },
      { kind: 'day', day: '2017-10-11' },
    ],
    [
      { kind: 'floating', at: '2017-10-09T18:00:00' },
      { kind: 'floating', at: '2017-10-09T19:30:00' },
    ],
  ])
  expect(codesOf(calendar)).toEqual([['floating', '1']])
})

test.each([
  ['no calendar', [], 'notCalendar', '', 'Bonjour'],
  ['nothing in it', [], 'empty', '', null],
  ['only tasks', ['BEGIN:VTODO', 'SUMMARY:x', 'END:VTODO'], 'empty', '', null],
  ['no start', event(), 'noStart', '', null],
  ['a zone of Mars', event('DTSTART;TZID=Mars/Phobos:20170707T100000'), 'zoneUnknown', 'Mars/Phobos', null],
  ['31 February', event('DTSTART;VALUE=DATE:20170231'), 'dateImpossible', '20170231', null],
  ['the year 9999', event('DTSTART:99990101T000000Z'), 'dateImpossible', '99990101T000000Z', null],
  ['25 o’clock', event('DTSTART:20170101T250000Z'), 'dateImpossible', '20170101T250000Z', null],
  [
    'an end before the start',
    event('DTSTART:20170707T100000Z', 'DTEND:20170707T090000Z'),
    'endBeforeStart',
    '',
    null,
  ],
  ['a negative duration', event('DTSTART:20170707T100000Z', 'DURATION:-PT1H'), 'endBeforeStart', '', null],
  [
    'an end of another kind',
    event('DTSTART:20170707T100000Z', 'DTEND;VALUE=DATE:20170708'),
    'endUnlikeStart',
    '',
    null,
  ],
  [
    'a rule that is none',
    event('DTSTART:20170707T100000Z', 'RRULE:FREQ=DAILY;BYMONTH=13'),
    'ruleUnreadable',
    'FREQ=DAILY;BYMONTH=13',
    null,
  ],
])('refuses %s', (_, lines, code, detail, text) => {
  if (text === null) expect(refusal(lines)).toEqual([code, detail])
  else expect(() => readCalendar(text, window)).toThrow(new CalendarUnreadable('notCalendar'))
})

test('leaves out what cannot be read, and keeps the rest', () => {
  const calendar = read([
    ...event('DTSTART:20170707T080000Z', 'NO COLON HERE'),
    ...event('DTSTART;TZID=Mars/Phobos:20170707T100000').map((line) => line.replace('a@', 'c@')),
    'BEGIN:VEVENT',
    'DTSTART:20170708T080000Z',
  ])
  expect(startsOf(calendar)).toEqual(['2017-07-07T08:00'])
  expect(codesOf(calendar)).toEqual([
    ['lineUnreadable', 'NO COLON HERE'],
    ['cutOff', ''],
    ['zoneUnknown', 'Mars/Phobos'],
  ])
})

test('repeats by the clock of the zone, across the end of summer time', () => {
  const calendar = read(event('DTSTART;TZID=Europe/Paris:20171025T100000', 'RRULE:FREQ=WEEKLY;COUNT=2'))
  expect(startsOf(calendar)).toEqual(['2017-10-25T08:00', '2017-11-01T09:00'])
})

test.each([
  ['UNTIL=20171103', 3],
  ['UNTIL=20171102T235959', 2],
  ['UNTIL=20171102T230000Z', 3],
  ['UNTIL=20171102T225959Z', 2],
])('ends a daily series at midnight of Paris with %s after %i days', (until, count) => {
  const lines = event('DTSTART;TZID=Europe/Paris:20171101T000000', `RRULE:FREQ=DAILY;${until}`)
  expect(startsOf(read(lines))).toHaveLength(count)
})

test('leaves out what is excluded: at its instant, on its day, or by another clock', () => {
  const calendar = read(
    event(
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
    event(
      'RECURRENCE-ID;TZID=Europe/Paris:20171003T100000',
      `DTSTART;TZID=Europe/Paris:20171003T${hour}0000`,
      `SEQUENCE:${sequence}`,
    )
  const calendar = read([
    ...moved(15, 2),
    ...event('DTSTART;TZID=Europe/Paris:20171002T100000', 'RRULE:FREQ=DAILY;COUNT=3'),
    ...moved(18, 1),
  ])
  expect(startsOf(calendar)).toEqual(['2017-10-02T08:00', '2017-10-03T13:00', '2017-10-04T08:00'])
  expect(codesOf(calendar)).toEqual([['olderVersion', '1']])
  expect(calendar.events[0]?.changes).toHaveLength(1)
})

test('shows no occurrence whose change cannot be read, and none after a change of all that follow', () => {
  const daily = event('DTSTART:20171002T080000Z', 'RRULE:FREQ=DAILY;COUNT=5')
  const lost = event('RECURRENCE-ID:20171003T080000Z', 'DTSTART;TZID=Mars/Phobos:20171003T090000')
  const later = event('RECURRENCE-ID;RANGE=THISANDFUTURE:20171005T080000Z', 'DTSTART:20171005T090000Z')
  expect(startsOf(read([...daily, ...lost, ...later]))).toEqual([
    '2017-10-02T08:00',
    '2017-10-04T08:00',
    '2017-10-05T09:00',
  ])
})

test('takes the event with the highest sequence, and a cancelled one for cancelled', () => {
  const calendar = read([
    ...event('DTSTART:20171002T080000Z', 'SEQUENCE:1', 'STATUS:CANCELLED'),
    ...event('DTSTART:20171001T080000Z', 'SEQUENCE:0'),
  ])
  expect(calendar.events).toMatchObject([{ sequence: 1, status: 'cancelled' }])
  const asked = read(['METHOD:CANCEL', ...event('DTSTART:20171002T080000Z')])
  expect(asked).toMatchObject({ method: 'CANCEL', events: [{ status: 'cancelled' }] })
})

test('bounds a series without an end, and says so', () => {
  const lines = event('DTSTART:20170101T080000Z', 'RRULE:FREQ=DAILY')
  const century = read(lines, { until: Date.UTC(2117, 0) })
  expect(century.events[0]?.occurrences).toHaveLength(1_000)
  expect(codesOf(century)).toEqual([['tooManyOccurrences', '1000']])
  expect(codesOf(read(lines, { until: Date.UTC(2018, 0) }))).toEqual([['endless', '2018-01-01']])
})

test.each([
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=MONTHLY;BYDAY=6MO',
])('finds no other day for %s than the first', (rule) => {
  expect(startsOf(read(event('DTSTART:20170101T080000Z', `RRULE:${rule}`)))).toEqual(['2017-01-01T08:00'])
})

test('reads a biweekly series by the first day of its week', () => {
  const rule = 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4'
  // The two answers of RFC 5545 3.3.10.
  const starts = (weekStart: string) =>
    startsOf(read(event('DTSTART:19970805T090000Z', `${rule};WKST=${weekStart}`), { from: 0 }))
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

test('joins characters that a line was folded within, and reads texts, lists and parameters as meant', () => {
  const summary = Buffer.from('SUMMARY:서울\\, 파리\\; a\\nb')
  const bytes = Buffer.concat([
    Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20170707T080000Z\r\n'),
    summary.subarray(0, 10),
    Buffer.from('\r\n '),
    summary.subarray(10),
    Buffer.from('\r\nCATEGORIES:a\\,b,c\r\nORGANIZER;CN="Martin, ^\'Zoé^\'":mailto:zoe@x.example\r\n'),
    Buffer.from('CONFERENCE;VALUE=URI;LABEL=Visio:https://visio.example/a\r\nURL:javascript:alert(1)\r\n'),
    Buffer.from('GEO:37.5665;126.978\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'),
  ])
  expect(readCalendar(calendarText(bytes, 5e6).text, window).events).toMatchObject([
    {
      summary: { text: '서울, 파리; a\nb' },
      categories: ['a,b', 'c'],
      organizer: { name: 'Martin, "Zoé"', address: 'zoe@x.example' },
      conference: { address: 'https://visio.example/a', label: 'Visio' },
      geo: { latitude: 37.5665, longitude: 126.978 },
    },
  ])
})
