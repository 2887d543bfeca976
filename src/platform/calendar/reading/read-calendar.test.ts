import { expect, test } from 'vitest'
import { codesOf, eventLines, readLines, startsOf, window } from '../../../../test/support/calendar-lines.ts'
import { calendarText } from './calendar-text.ts'
import { readCalendar } from './read-calendar.ts'
import { CalendarUnreadable } from './remarks.ts'

const refusal = (lines: string[]) => {
  try {
    readLines(lines)
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
  const { events } = readLines([...paris, ...eventLines(`DTSTART;TZID=${zone}:20170707T100000`)])
  expect(events.map(({ start }) => start)).toEqual([{ kind: 'instant', at: new Date(`${at}Z`), zone: named }])
})

test('follows the rules of the file where they differ from those of the zone that it names', () => {
  const wrong = paris.map((line) => line.replace('Salle du conseil', 'Korea Standard Time'))
  const calendar = readLines([...wrong, ...eventLines('DTSTART;TZID=Korea Standard Time:20170707T100000')])
  expect(startsOf(calendar)).toEqual(['2017-07-07T08:00'])
  expect(codesOf(calendar)).toEqual([['zoneDiffers', 'Korea Standard Time']])
})

test('tells days and times without a zone apart from instants, and makes no instant of them', () => {
  const calendar = readLines([
    ...eventLines('DTSTART;VALUE=DATE:20171009', 'DTEND;VALUE=DATE:20171011'),
    ...eventLines('DTSTART:20171009T180000', 'DURATION:PT1H30M').map((line) => line.replace('a@', 'c@')),
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
  ['no start', eventLines(), 'noStart', '', null],
  [
    'a zone of Mars',
    eventLines('DTSTART;TZID=Mars/Phobos:20170707T100000'),
    'zoneUnknown',
    'Mars/Phobos',
    null,
  ],
  ['31 February', eventLines('DTSTART;VALUE=DATE:20170231'), 'dateImpossible', '20170231', null],
  ['the year 9999', eventLines('DTSTART:99990101T000000Z'), 'dateImpossible', '99990101T000000Z', null],
  ['25 o’clock', eventLines('DTSTART:20170101T250000Z'), 'dateImpossible', '20170101T250000Z', null],
  [
    'a rule that is none',
    eventLines('DTSTART:20170707T100000Z', 'RRULE:FREQ=DAILY;BYMONTH=13'),
    'ruleUnreadable',
    'FREQ=DAILY;BYMONTH=13',
    null,
  ],
])('refuses %s', (_, lines, code, detail, text) => {
  if (text === null) expect(refusal(lines)).toEqual([code, detail])
  else expect(() => readCalendar(text, window)).toThrow(new CalendarUnreadable('notCalendar'))
})

test('leaves out what cannot be read, and keeps the rest', () => {
  const calendar = readLines([
    ...eventLines('DTSTART:20170707T080000Z', 'NO COLON HERE'),
    ...eventLines('DTSTART;TZID=Mars/Phobos:20170707T100000').map((line) => line.replace('a@', 'c@')),
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
