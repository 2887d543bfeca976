import { parseEdtf, readEdtf } from '../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { knownDays } from '../events/known-days.ts'

/** The first date of a series, as its event has it: EDTF, instants in ISO. */
export interface SeriesDate {
  when: string | null
  words: LocalizedText
  startsAt: string | null
  endsAt: string | null
  zone: string | null
  knownOn: string
}

/** When one of a series is. */
export type OccurrenceTime = Pick<SeriesDate, 'when' | 'words' | 'startsAt' | 'endsAt'>

/** Days of which one knows that it is on them, and hours as the clock of a zone shows them. */
interface ExactShape {
  isExact: true
  first: Temporal.PlainDate
  /** How many days follow the first one. */
  moreDays: number
  hours: {
    zone: string
    start: Temporal.PlainTime
    end: { afterDays: number; time: Temporal.PlainTime } | null
  } | null
}

/** « octobre 2025 »: somewhere within some time, which repeats with the years. */
interface VagueShape {
  isExact: false
  first: Temporal.PlainDate
  edtf: string
  words: LocalizedText
}

/** What every occurrence of a series has of the first one. */
export type SeriesShape = ExactShape | VagueShape

/** The shape of a series; null if the beginning or the end of the first one is unknown. */
export function shapeOf({ when, words, startsAt, endsAt, zone, knownOn }: SeriesDate): SeriesShape | null {
  if (when === null) return null
  const { from, to, openStart, openEnd } = readEdtf(when)
  if (openStart || openEnd) return null
  const first = Temporal.PlainDate.from(from)
  const hours = startsAt === null || zone === null ? null : hoursOf(first, startsAt, endsAt, zone)
  if (hours === null && !knownDays({ happens: when, words, knownOn })?.isExact)
    return when.split('/').every((side) => /^\d{4}/.test(side))
      ? { isExact: false, first, edtf: when, words }
      : null
  return { isExact: true, first, moreDays: first.until(Temporal.PlainDate.from(to)).days, hours }
}

function hoursOf(
  first: Temporal.PlainDate,
  startsAt: string,
  endsAt: string | null,
  zone: string,
): ExactShape['hours'] {
  const onClock = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const end = endsAt === null ? null : onClock(endsAt)
  return {
    zone,
    start: onClock(startsAt).toPlainTime(),
    end: end && { afterDays: first.until(end.toPlainDate()).days, time: end.toPlainTime() },
  }
}

/** When the occurrence is that begins on a day by the rule: at the same hour of the clock of its zone, whatever that is in Seoul. */
export function timeOn(shape: SeriesShape, day: string): OccurrenceTime {
  const first = Temporal.PlainDate.from(day)
  if (!shape.isExact) {
    const years = first.year - shape.first.year
    return {
      when: shiftedBy(shape.edtf, years) ?? day,
      words: wordsIn(shape.words, shape.first.year, first.year),
      startsAt: null,
      endsAt: null,
    }
  }
  const { moreDays, hours } = shape
  const when = moreDays === 0 ? day : `${day}/${first.add({ days: moreDays })}`
  if (hours === null) return { when, words: {}, startsAt: null, endsAt: null }
  const { zone, start, end } = hours
  const at = (date: Temporal.PlainDate, time: Temporal.PlainTime) =>
    date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString({ smallestUnit: 'second' })
  return {
    when,
    words: {},
    startsAt: at(first, start),
    endsAt: end && at(first.add({ days: end.afterDays }), end.time),
  }
}

/** A date so many years later; null where that day does not exist. */
export function shiftedBy(edtf: string, years: number): string | null {
  const shifted = edtf
    .split('/')
    .map((side) => side.replace(/^\d{4}/, (year) => String(Number(year) + years).padStart(4, '0')))
    .join('/')
  return 'problem' in parseEdtf(shifted) ? null : shifted
}

// « début octobre 2025 » is « début octobre 2027 » two years later; words without a year stay as they are.
function wordsIn(words: LocalizedText, year: number, other: number): LocalizedText {
  return Object.fromEntries(
    Object.entries(words).map(([language, passage]) => [
      language,
      { ...passage, text: passage.text.replaceAll(String(year), String(other)) },
    ]),
  )
}
