import { expect, test } from 'vitest'
import {
  calendar,
  instant,
  meeting,
  readBack,
  sameTime,
  unfolded,
} from '../../../../test/support/written-calendar.ts'
import type { CalendarEvent } from '../calendar-event.ts'
import { writeCalendar } from './write-calendar.ts'

test('writes an event with its zone, language, state and version', () => {
  const text = writeCalendar(
    { ...calendar, method: 'REQUEST', name: { text: 'Agenda', language: 'fr' }, refreshMinutes: 60 },
    [
      {
        ...meeting,
        sequence: 2,
        status: 'cancelled',
        categories: ['réunion, groupe', 'x'],
        conference: { address: 'https://visio.example/a?b=c', label: 'Visio; salle "1"' },
        geo: { latitude: 47.3941, longitude: 0.6848 },
        organizer: { address: 'chair@entente.example', name: 'Groupe-pays' },
        attendees: [{ address: 'kim@icheon.example', name: '김민준', isAsked: true, answer: 'needs-action' }],
        alarms: [{ minutesBefore: 60, text: 'Dans une heure' }],
      },
    ],
  )
  expect(unfolded(text).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Entente//Test//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:REQUEST',
    'NAME;LANGUAGE=fr:Agenda',
    'X-WR-CALNAME:Agenda',
    'REFRESH-INTERVAL;VALUE=DURATION:PT60M',
    'X-PUBLISHED-TTL:PT60M',
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Paris',
    'BEGIN:STANDARD',
    'DTSTART:20090101T000000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0100',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:20090329T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'DTSTART:20091025T030000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'UID:tours@entente.example',
    'DTSTAMP:20170708T000000Z',
    'DTSTART;TZID=Europe/Paris:20170707T100000',
    'DTEND;TZID=Europe/Paris:20170707T170000',
    'SEQUENCE:2',
    'STATUS:CANCELLED',
    'SUMMARY;LANGUAGE=fr:Réunion',
    'GEO:47.394100;0.684800',
    'CATEGORIES:réunion\\, groupe,x',
    'CONFERENCE;VALUE=URI;LABEL="Visio; salle ^\'1^\'":https://visio.example/a?b=c',
    'ORGANIZER;CN=Groupe-pays:mailto:chair@entente.example',
    'ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=김민준:mailto:kim@icheon.example',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT60M',
    'DESCRIPTION:Dans une heure',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('folds lines at 75 octets between characters', () => {
  for (const text of [
    'x'.repeat(500),
    '한'.repeat(300),
    `a${'👩‍👧'.repeat(100)}`,
    `${'é'.repeat(33)}${'😀'.repeat(40)}`,
  ]) {
    const lines = writeCalendar(calendar, [{ ...meeting, summary: { text } }]).split('\r\n')
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line.isWellFormed()).toBe(true)
    }
    expect(readBack(lines.join('\r\n')).events[0]?.summary.text).toBe(text)
  }
})

test('knows the summer times that a zone once had, and has no summer where there is none', () => {
  const at = (iso: string) => instant(iso, 'Asia/Seoul')
  const text = writeCalendar(calendar, [
    { ...meeting, start: at('1988-07-01T00:00:00Z'), end: at('2017-07-01T00:00:00Z') },
  ])
  expect(text).toContain('DTSTART;TZID=Asia/Seoul:19880701T100000\r\nDTEND;TZID=Asia/Seoul:20170701T090000')
  expect(text.match(/BEGIN:DAYLIGHT/g)).toHaveLength(1)
  expect(
    writeCalendar(calendar, [
      { ...meeting, start: at('2017-07-01T00:00:00Z'), end: at('2017-07-01T01:00:00Z') },
    ]),
  ).not.toContain('DAYLIGHT')
})

test('writes in UTC an hour that the clock shows twice', () => {
  const starts = [
    '2017-10-28T23:59:59Z',
    '2017-10-29T00:30:00Z',
    '2017-10-29T01:30:00Z',
    '2017-10-29T02:00:00Z',
  ].map(
    (at) =>
      /^DTSTART.*Z$|^DTSTART;TZID=Europe.*$/m.exec(
        writeCalendar(calendar, [{ ...meeting, end: undefined, start: instant(at, 'Europe/Paris') }]),
      )?.[0],
  )
  expect(starts).toEqual([
    'DTSTART;TZID=Europe/Paris:20171029T015959',
    'DTSTART:20171029T003000Z',
    'DTSTART:20171029T013000Z',
    'DTSTART;TZID=Europe/Paris:20171029T030000',
  ])
})

test('writes rules, exceptions and changes that come back', () => {
  const at = (iso: string) => instant(iso, 'Europe/Paris')
  const series: CalendarEvent = {
    ...meeting,
    recurrence: {
      rule: 'FREQ=WEEKLY;COUNT=4',
      excluded: [at('2017-07-14T08:00:00Z')],
      added: [at('2017-09-01T08:00:00Z')],
    },
  }
  const change: CalendarEvent = {
    ...meeting,
    changeOf: at('2017-07-21T08:00:00Z'),
    start: at('2017-07-22T08:00:00Z'),
    end: at('2017-07-22T09:00:00Z'),
  }
  const [event] = readBack(writeCalendar(calendar, [series, change])).events
  expect(event?.occurrences.map(({ start }) => sameTime(start))).toEqual(
    ['2017-07-07', '2017-07-22', '2017-07-28', '2017-09-01'].map((on) => `${on}T08:00:00.000Z`),
  )
  expect(event?.recurrence).toEqual(series.recurrence)
})
