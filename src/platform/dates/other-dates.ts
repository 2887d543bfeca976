import type { DateLanguage } from './date-language.ts'
import type { DatePoint } from './edtf-point.ts'

/**
 * Dates in any language that Intl knows, in the Gregorian calendar; one that it does not know is written in
 * English.
 */
export function otherDates(language: string): DateLanguage {
  const write = (from: string, to: string, precision: DatePoint['precision']) => {
    const [start, end] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)]
    return formatter(language, precision).formatRange(start, end)
  }
  const point = (date: DatePoint) => write(date.from, date.to, date.precision)
  const around = (date: DatePoint) => `≈ ${point(date)}`
  const join = (start: string, end: string) => `${start} – ${end}`
  return {
    point,
    around,
    span: (start, end) => {
      return start.precision === end.precision
        ? write(start.from, end.to, start.precision)
        : join(point(start), point(end))
    },
    join,
    since: (date) => `${date.approximate ? around(date) : point(date)} –`,
    startingFrom: (date) => `${date.approximate ? around(date) : point(date)} –`,
    until: (date) => `– ${date.approximate ? around(date) : point(date)}`,
    onDay: (day) => write(day, day, 'day'),
    between: (from, to) => write(from, to, 'day'),
    fromTo: (from, to) => write(from, to, 'day'),
    fromDay: (day) => `${write(day, day, 'day')} –`,
    upToDay: (day) => `– ${write(day, day, 'day')}`,
    notes: { approximate: ' (≈)', uncertain: ' (?)', unknownStart: ' (?)', unknownEnd: ' (?)' },
  }
}

const shapes: Readonly<Record<DatePoint['precision'], Intl.DateTimeFormatOptions>> = {
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  season: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
  decade: { year: 'numeric' },
  century: { year: 'numeric' },
}

const formatters = new Map<string, Intl.DateTimeFormat>()

// A formatter costs more than a thousand dates; the languages of one installation are few.
function formatter(language: string, precision: DatePoint['precision']): Intl.DateTimeFormat {
  const key = `${language} ${precision}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat([language, 'en-GB'], {
    ...shapes[precision],
    calendar: 'gregory',
    timeZone: 'UTC',
  })
  if (formatters.size < 500) formatters.set(key, made)
  return made
}
