import { z } from 'zod'
import { instantsOf, isWithin, readEdtf, seenDays } from '../../../../platform/dates/index.ts'
import type { WrongParts } from '../../../../platform/records/api/wrong-parts.ts'
import type { EventDocument } from '../document/schema.ts'

/** A time with its zone as programs write it (RFC 9557). */
export const wallClock = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00)?([+-]\d{2}:\d{2})?\[[A-Za-z_/+-]+\]$/, {
    error:
      'a time with its zone, as in 2017-07-07T10:00[Europe/Paris]; with its offset where the clock shows it twice',
  })
  .nullable()
  .default(null)

/** Such a time; null if there is none, with an error if the clock does not show it, or shows it twice and no offset tells which. */
function readWallClock(
  text: string | null,
  path: readonly PropertyKey[],
  wrong: WrongParts,
): Temporal.ZonedDateTime | null {
  if (text === null) return null
  try {
    const at = Temporal.ZonedDateTime.from(text, { disambiguation: 'reject', offset: 'reject' })
    if (isWithin(seenDays, at.toPlainDate().toString())) return at
    wrong.add(path, `a day from ${seenDays.from} to ${seenDays.to}`)
    return null
  } catch {
    wrong.add(path, expectedInstead(text))
    return null
  }
}

function expectedInstead(text: string): string {
  try {
    const [, day = '', time = '', zone = ''] = /^([^T]*)T(\d\d:\d\d)[^[]*\[(.*)\]$/.exec(text) ?? []
    const [earlier, later] = instantsOf(day, time, zone).map((each) =>
      each.toZonedDateTimeISO(zone).toString({ smallestUnit: 'minute' }),
    )
    if (earlier === undefined)
      return 'a time that this clock shows: it skips this one when summer time begins'
    return later === undefined
      ? `the offset of its zone: ${earlier}`
      : `${earlier} or ${later}: the clock shows this time twice`
  } catch {
    return 'a day, a time and a zone that exist'
  }
}

/** An instant of a document on the clock of its zone, as programs read it: with its offset where the clock shows this time twice. */
export function wallClockOf(at: string | null, zone: string | null): string | null {
  if (at === null || zone === null) return null
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const isTwice = instantsOf(zoned.toPlainDate().toString(), zoned.toPlainTime().toString(), zone).length > 1
  return isTwice
    ? zoned.toString({ smallestUnit: 'minute' })
    : `${zoned.toPlainDateTime().toString({ smallestUnit: 'minute' })}[${zone}]`
}

interface SentHours {
  when: string | null
  starts: string | null
  ends: string | null
}

/** The hours that a program sent beside a date; contradictions are reported. */
export function parseHours(
  { when, starts, ends }: SentHours,
  path: readonly PropertyKey[],
  wrong: WrongParts,
): Pick<EventDocument, 'startsAt' | 'endsAt' | 'zone'> {
  const start = readWallClock(starts, [...path, 'starts'], wrong)
  const end = readWallClock(ends, [...path, 'ends'], wrong)
  if (start === null) {
    if (ends !== null && starts === null) wrong.add([...path, 'starts'], 'a beginning, where there is an end')
    return { startsAt: null, endsAt: null, zone: null }
  }
  if (when === null || readEdtf(when).from !== start.toPlainDate().toString())
    wrong.add([...path, 'starts'], 'on the first day of when')
  if (end !== null && Temporal.ZonedDateTime.compare(end, start) <= 0)
    wrong.add([...path, 'ends'], 'a time after starts')
  const written = (moment: Temporal.ZonedDateTime) => moment.toInstant().toString({ smallestUnit: 'second' })
  return { startsAt: written(start), endsAt: end && written(end), zone: start.timeZoneId }
}
