import type { DateLanguage } from './date-language.ts'
import { type EdtfDate, lastDay, parseSides, readEdtf, type Side } from './edtf-date.ts'
import type { DatePoint } from './edtf-point.ts'
import { englishDates } from './english-dates.ts'
import { frenchDates } from './french-dates.ts'
import { koreanDates } from './korean-dates.ts'

/**
 * An EDTF date as a reader sees it in a language (BCP 47): the words of the source when there are any, else
 * « octobre 2017 », “April–May 2017”, “2010년경”. A date without an end that begins after `today` (ISO) is
 * shown as beginning then. Throws on a text that is not EDTF.
 */
export function describeDate(edtf: string, language: string, words?: string | null, today = lastDay): string {
  if (words) return words
  const speech = dateLanguage(language)
  const { start, end } = readSides(edtf)
  if (typeof start !== 'string' && typeof end !== 'string') return closed(start, end, speech)
  const known = typeof start === 'string' ? end : start
  if (typeof known === 'string') return ''
  const begins = (point: DatePoint) => (point.from > today ? speech.startingFrom(point) : speech.since(point))
  const text = typeof start === 'string' ? speech.until(known) : begins(known)
  return text + doubt(known, speech) + missingSides(start, end, speech)
}

/**
 * The exact range behind a date in words, for those who hover or listen: « entre le 1er et le 31 octobre
 * 2017 », “2017년 10월 1일부터 10월 31일까지”. Throws on a text that is not EDTF.
 */
export function describeRange(edtf: string, language: string): string {
  const speech = dateLanguage(language)
  const date = readEdtf(edtf)
  const { start, end } = readSides(edtf)
  const approximate = date.approximate ? speech.notes.approximate : ''
  const uncertain = date.uncertain ? speech.notes.uncertain : ''
  return exactDays(date, speech) + approximate + uncertain + missingSides(start, end, speech)
}

/**
 * How a typed date was understood, so that a slip shows: « du 1er au 10 juin 2017 », « printemps 2018, du
 * 1er mars au 31 mai 2018 », « vers 2010 ». Throws on a text that is not EDTF.
 */
export function describeUnderstood(edtf: string, language: string, today?: string): string {
  const { start, end } = readSides(edtf)
  const written = describeDate(edtf, language, null, today)
  if (typeof start === 'string' || typeof end === 'string') return written
  const days = dateLanguage(language).fromTo(start.from, end.to)
  if (start.season !== null && start === end) return `${written}, ${days}`
  const isExact = ![start, end].some((point) => point.approximate || point.uncertain)
  return isExact && start !== end && start.precision === 'day' && end.precision === 'day' ? days : written
}

function closed(start: DatePoint, end: DatePoint, speech: DateLanguage): string {
  if (start.edtf === end.edtf) return whole(start, speech)
  const isExact = ![start, end].some((point) => point.approximate || point.uncertain)
  return isExact ? speech.span(start, end) : speech.join(whole(start, speech), whole(end, speech))
}

function exactDays({ from, to, openStart, openEnd }: EdtfDate, speech: DateLanguage): string {
  if (openStart) return speech.upToDay(to)
  if (openEnd) return speech.fromDay(from)
  return from === to ? speech.onDay(from) : speech.between(from, to)
}

function dateLanguage(language: string): DateLanguage {
  switch (language) {
    case 'fr':
    case 'fr-FR':
      return frenchDates
    case 'ko':
    case 'ko-KR':
      return koreanDates
    case 'en':
    case 'en-GB':
      return englishDates
    default:
      return otherDates(language)
  }
}

function readSides(edtf: string): { start: Side; end: Side } {
  const date = readEdtf(edtf)
  const sides = parseSides(date.edtf)
  if ('problem' in sides) throw new Error(`Not a date that can be kept (${sides.problem}): ${edtf}`)
  return sides
}

function whole(point: DatePoint, speech: DateLanguage): string {
  return (point.approximate ? speech.around(point) : speech.point(point)) + doubt(point, speech)
}

function doubt(point: DatePoint, { notes }: DateLanguage): string {
  return point.uncertain ? notes.uncertain : ''
}

function missingSides(start: Side, end: Side, { notes }: DateLanguage): string {
  return (start === 'unknown' ? notes.unknownStart : '') + (end === 'unknown' ? notes.unknownEnd : '')
}

/**
 * Dates in any language that Intl knows, in the Gregorian calendar; one that it does not know is written in
 * English.
 */
function otherDates(language: string): DateLanguage {
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
