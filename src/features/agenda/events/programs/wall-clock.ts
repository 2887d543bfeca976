import { z } from 'zod'
import { isWithin, seenDays } from '../../../../platform/dates/index.ts'
import type { WrongParts } from '../../../../platform/records/programs/wrong-parts.ts'

/** A time with its zone as programs write it (RFC 9557). */
export const wallClock = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00)?\[[A-Za-z_/+-]+\]$/, {
    error: 'a time with its zone, as in 2017-07-07T10:00[Europe/Paris]',
  })
  .nullable()
  .default(null)

/** Such a time; null where there is none, or one that does not exist, which is said. One that the clock skips is the hour after. */
export function readWallClock(
  text: string | null,
  path: readonly PropertyKey[],
  wrong: WrongParts,
): Temporal.ZonedDateTime | null {
  if (text === null) return null
  try {
    const at = Temporal.ZonedDateTime.from(text)
    if (isWithin(seenDays, at.toPlainDate().toString())) return at
    wrong.add(path, `a day from ${seenDays.from} to ${seenDays.to}`)
    return null
  } catch {
    wrong.add(path, 'a day, a time and a zone that exist')
    return null
  }
}

/** An instant of a document on the clock of its zone, as programs read it. */
export function wallClockOf(at: string | null, zone: string | null): string | null {
  return at === null || zone === null
    ? null
    : `${Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })}[${zone}]`
}
