import { expect, test } from 'vitest'
import { eventLines } from '../../../../test/support/calendar-lines.ts'
import { calendarText } from './calendar-text.ts'
import { readCalendar } from './read-calendar.ts'
import { usualWindow } from './read-calendar-file.ts'
import { CalendarUnreadable } from './remarks.ts'

// A fortieth of each, and all of it with TEST_HOSTILE=all.
const scale = process.env.TEST_HOSTILE === 'all' ? 1 : 1 / 40
const many = (count: number, of: (index: number) => string) =>
  Array.from({ length: Math.ceil(count * scale) }, (_, index) => of(index))
const second = (index: number) =>
  new Date(Date.UTC(2017, 6, 7) + index * 1_000).toISOString().replaceAll(/[-:]|\.000/g, '')
const rule = (value: string) => eventLines('DTSTART:20170707T080000Z', `RRULE:${value}`)
const zone = (lines: string[]) => [
  'BEGIN:VTIMEZONE',
  'TZID:Hôtel',
  'BEGIN:STANDARD',
  'DTSTART:00010101T000000',
  ...lines,
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:STANDARD',
  'END:VTIMEZONE',
  ...many(1_000, (index) =>
    eventLines(`DTSTART;TZID=Hôtel:${1950 + (index % 100)}0707T080000`)
      .join('\r\n')
      .replace('a@', `${index}@`),
  ),
]

// Each of our own making; what is read of them does not matter, only that it ends.
const hostile: [name: string, lines: () => string[]][] = [
  ['counts far', () => rule('FREQ=SECONDLY;COUNT=999999')],
  ['never falls', () => rule('FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;UNTIL=99991231T235959Z')],
  ['began in the year 1', () => eventLines('DTSTART:00010101T000000Z', 'RRULE:FREQ=SECONDLY;INTERVAL=7')],
  [
    'adds 100,000 dates',
    () => eventLines('DTSTART:20170707T080000Z', `RDATE:${many(100_000, second).join(',')}`),
  ],
  [
    'excludes 100,000 dates of one day that has as many',
    () =>
      eventLines(
        'DTSTART:20170707T080000Z',
        `RDATE:${many(86_000, second).join(',')}`,
        ...many(50_000, (index) => `EXDATE;VALUE=DATE:2017070${7 + (index % 2)}`),
      ),
  ],
  [
    'is changed 20,000 times for all that follow',
    () => [
      ...rule('FREQ=HOURLY'),
      ...many(20_000, (index) =>
        eventLines(`RECURRENCE-ID;RANGE=THISANDFUTURE:${second(index)}`, `DTSTART:${second(index + 1)}`).join(
          '\r\n',
        ),
      ),
    ],
  ],
  [
    'changes in ways that nobody reads',
    () => [
      ...rule('FREQ=HOURLY'),
      ...many(20_000, (index) =>
        eventLines(`RECURRENCE-ID:${second(index)}`, 'DTSTART;TZID=Mars:20170707T080000').join('\r\n'),
      ),
    ],
  ],
  ['nests parts', () => many(200_000, () => 'BEGIN:VALARM')],
  [
    'holds one line of 5 MB',
    () => eventLines('DTSTART:20170707T080000Z', `DESCRIPTION;A=${'"x",'.repeat(1_200_000)}`),
  ],
  [
    'calls its zone by 5 MB',
    () => eventLines(`DTSTART;TZID=(UTC+01:00) ${'a Time ('.repeat(600_000)}:20170707T080000`),
  ],
  ['changes its clock each second since the year 1', () => zone(['RRULE:FREQ=SECONDLY'])],
  ['changes its clock monthly since the year 1', () => zone(['RRULE:FREQ=MONTHLY;INTERVAL=7'])],
  ['has a clock of 100,000 changes', () => zone([`RDATE:${many(100_000, second).join(',')}`])],
]

test.each(hostile)(
  'ends in time with a calendar that %s',
  (_, lines) => {
    const bytes = Buffer.from(['BEGIN:VCALENDAR', ...lines(), 'END:VCALENDAR'].join('\r\n'))
    const before = process.cpuUsage()
    try {
      readCalendar(calendarText(bytes, 8e6).text, usualWindow('2017-07-08'))
    } catch (error) {
      expect(error).toBeInstanceOf(CalendarUnreadable)
    }
    // Out of the minute that the process has which reads an uploaded file.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(scale === 1 ? 20 : 4)
  },
  120_000,
)
