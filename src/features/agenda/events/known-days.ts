import { readEdtf, readSaidDate } from '../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'

/** The date of an event, as far as it is known. */
interface Dated {
  /** EDTF; null if the date is unknown. */
  happens: string | null
  /** The date in words. */
  words: LocalizedText
  /** ISO day on which the event became known. */
  knownOn: string
  startsAt: Date | null
  endsAt: Date | null
}

/** The days over which an event may be, both included. */
export interface KnownDays {
  from: string
  to: string
  /** It is on all of these days; else somewhere within them. */
  isExact: boolean
}

/** What is known of the days of an event; null if its beginning is unknown. */
export function knownDays({
  happens,
  words,
  knownOn,
}: Pick<Dated, 'happens' | 'words' | 'knownOn'>): KnownDays | null {
  if (happens === null) return null
  const { from, to, openStart, openEnd, approximate, uncertain } = readEdtf(happens)
  if (openStart) return null
  // An event with an open end was still going on when a source mentioned it.
  if (openEnd) return { from, to: from > knownOn ? from : knownOn, isExact: false }
  const isInDays = oneDay.test(happens) || (someDays.test(happens) && isSaidExactly(happens, words))
  return { from, to, isExact: isInDays && !approximate && !uncertain }
}

const oneDay = /^\d{4}-\d\d-\d\d$/
const someDays = /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/

// « début juin 2017 » is stored as ten days and means one of them: only words that name the days themselves do not blur them.
function isSaidExactly(happens: string, words: LocalizedText): boolean {
  return Object.entries(words).every(([language, { text }]) => {
    const said = readSaidDate(text, language)
    return said?.words === null && said.edtf === happens
  })
}

/** The last day of an event of several days with only a first hour, which alone would make it one day; null for all others. */
export function lastDayOf({
  happens,
  words,
  startsAt,
  endsAt,
}: Pick<Dated, 'happens' | 'words' | 'startsAt' | 'endsAt'>): string | null {
  if (happens === null || startsAt === null || endsAt !== null || !someDays.test(happens)) return null
  // « début juin 2017, 10 h » is one of ten days, and not all of them.
  return isSaidExactly(happens, words) ? (happens.split('/')[1] ?? null) : null
}

/** Whether a calendar can show an event: its beginning is known. */
export function isDated(event: Pick<Dated, 'happens' | 'words' | 'knownOn' | 'startsAt'>): boolean {
  return event.startsAt !== null || knownDays(event) !== null
}
