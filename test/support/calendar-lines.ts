import { calendarText } from '../../src/platform/calendar/reading/calendar-text.ts'
import { type ReadCalendar, readCalendar } from '../../src/platform/calendar/reading/read-calendar.ts'

export const window = { from: Date.UTC(2000, 0), until: Date.UTC(2030, 0), most: 1_000 }

/** The calendar that these lines are, read between 2000 and 2030. */
export function readLines(lines: string[], bounds: Partial<typeof window> = {}): ReadCalendar {
  const { text } = calendarText(Buffer.from(calendar(lines)), 5e6)
  return readCalendar(text, { ...window, ...bounds })
}

const calendar = (lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')
/** A meeting whose times are given. */
export const eventLines = (...lines: string[]) => [
  'BEGIN:VEVENT',
  'UID:a@b.example',
  'SUMMARY:Réunion',
  ...lines,
  'END:VEVENT',
]

/** When events take place: instants to the minute. */
export const startsOf = ({ events }: ReadCalendar) =>
  events.flatMap(({ occurrences }) =>
    occurrences.map(({ start }) => (start.kind === 'instant' ? start.at.toISOString().slice(0, 16) : start)),
  )
export const codesOf = ({ remarks }: ReadCalendar) => remarks.map(({ code, detail }) => [code, detail])
