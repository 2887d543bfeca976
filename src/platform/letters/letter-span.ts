import { zoneOf } from '../dates/index.ts'
import type { LetterContext } from './letter-source.ts'

/** How far back the first letter of a network looks, and how far ahead every letter does. */
const monthsBack = 3
const monthsAhead = 6

/** Most items of one source: what is more important comes first, the rest is left to the pages. */
export const mostItems = 30

/** The time that a letter covers. */
export interface LetterSpan {
  /** There was none before: what a registry has always known is no news then. */
  isFirst: boolean
  /** Instant after which something was written down since the letter before. */
  since: string
  /** ISO day of the letter before, never later than the network’s own today. */
  from: string
  /** ISO day up to which a letter announces. */
  until: string
}

/**
 * The span of a letter: since the one before, else three months back; where the network's day is fixed, also what was written on it since.
 */
export function spanOfLetter({ context: { today }, network, since }: LetterContext): LetterSpan {
  const on = Temporal.PlainDate.from(today)
  const until = on.add({ months: monthsAhead }).toString()
  const zone = zoneOf(network.countries[0] ?? '')
  if (since === null) {
    const from = on.subtract({ months: monthsBack })
    return {
      isFirst: true,
      since: from.toZonedDateTime(zone).toInstant().toString(),
      from: from.toString(),
      until,
    }
  }
  const day = since.toZonedDateTimeISO(zone).toPlainDate().toString()
  return { isFirst: false, since: since.toString(), from: day < today ? day : today, until }
}
