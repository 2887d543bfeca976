import { expect, test } from 'vitest'
import { codesOf, eventLines, startsOf, window } from '../../../../test/support/calendar-lines.ts'
import { calendarText } from './calendar-text.ts'
import { readCalendar } from './read-calendar.ts'

const lines = (summary: string) => [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...eventLines('DTSTART:20170707T080000Z').map((line) =>
    line.startsWith('SUMMARY') ? `SUMMARY:${summary}` : line,
  ),
  'END:VCALENDAR',
]
const read = (bytes: Uint8Array) => {
  const { text, remarks } = calendarText(bytes, 5e6)
  const calendar = readCalendar(text, window)
  return { ...calendar, remarks: [...remarks, ...calendar.remarks] }
}
const summaries = (text: string) => read(Buffer.from(text)).events.map(({ summary }) => summary.text)

test.each(['\r\n', '\n', '\r'])(
  'joins folded lines that end with %j, blank lines between them too',
  (end) => {
    for (const gap of ['', end, `${end}${end} `])
      expect(summaries(lines(`한불 교류${gap}${end} 회의${gap}${end}\t끝`).join(end))).toEqual([
        '한불 교류회의끝',
      ])
  },
)

test.each([
  ['before the first line', (text: string[]) => [`\n \t ${text[0]}`, ...text.slice(1)]],
  ['before each line', (text: string[]) => text.map((line) => `   ${line}`)],
  [
    'before what opens and closes a part',
    (text: string[]) => text.map((line) => line.replace(/^(?:BEGIN|END):VEVENT/, '  $&')),
  ],
])('reads a calendar with blanks %s', (_, blanks) => {
  const calendar = read(Buffer.from(blanks(lines('Réunion')).join('\r\n')))
  expect(startsOf(calendar)).toEqual(['2017-07-07T08:00'])
  expect(calendar.events[0]?.summary.text).toBe('Réunion')
  expect(codesOf(calendar)).toEqual([])
})

test('unfolds the longest run of line ends at once', () => {
  const text = `${lines('Réunion').join('\n')}${'\n'.repeat(1_000_000)}`
  expect(summaries(text)).toEqual(['Réunion'])
})
test.each([
  [0xff, 1],
  [0x3f, 2],
])('replaces a byte that broke (%i) and keeps the line', (byte, lost) => {
  const bytes = Buffer.from(lines('제3차 한·불 지방정부 교류회의').join('\r\n'))
  const at = bytes.indexOf('차')
  bytes[at + 1] = byte
  const calendar = read(bytes)
  expect(calendar.events[0]?.summary.text.replaceAll(/[\ufffd?]+/g, '?')).toBe('제3? 한·불 지방정부 교류회의')
  expect(codesOf(calendar)[0]?.[0]).toBe('lettersLost')
  expect(Number(codesOf(calendar)[0]?.[1])).toBeGreaterThanOrEqual(lost)
})
