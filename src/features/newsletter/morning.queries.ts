import { dayOf, readOnce } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import { zoneOf } from '../../platform/dates/index.ts'
import { listSides } from '../agenda/planning/index.ts'
import { nextMorning } from './next-morning.ts'

/** When letters leave in a country, and until when they are begun: offices close then, and the rest waits for another morning. */
export interface Morning {
  country: string
  dueAt: Temporal.Instant
  untilAt: Temporal.Instant
}

const closing = '18:00'
/** From nine to closing. */
export const officeHours = 9
// Among so many days there is a working one everywhere.
const daysAhead = 40

/**
 * The next morning of each country from an ISO day of its own on, by the clock and never before now: on no weekend, on none of its holidays
 * and on none of the days that a network added.
 */
export async function listMornings(
  context: Context,
  networkId: string,
  countries: readonly string[],
  startsOn: string,
): Promise<Map<string, Morning>> {
  const clock = readOnce(context.clock)
  const [now, today] = [clock.now(), dayOf(clock)]
  const from = startsOn > today ? startsOn : today
  const to = Temporal.PlainDate.from(from).add({ days: daysAhead }).toString()
  // A network may call today a day that is past, or one to come.
  const [knownOn = today] = [context.today, today].toSorted().toReversed()
  const sides = await listSides(context, { countries, from, to, knownOn, networkId })
  return new Map(
    sides.map(({ country, holidays }) => {
      const start = Temporal.PlainDate.from(startsOn).toZonedDateTime(zoneOf(country)).toInstant()
      const after = Temporal.Instant.compare(start, now) > 0 ? start : now
      const dueAt = nextMorning(country, after, [...holidays.values()].flat())
      const untilAt = dueAt.toZonedDateTimeISO(zoneOf(country)).withPlainTime(closing).toInstant()
      return [country, { country, dueAt, untilAt }]
    }),
  )
}
