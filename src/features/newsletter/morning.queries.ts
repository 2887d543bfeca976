import { dayOf, readOnce } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import { zoneOf } from '../../platform/dates/index.ts'
import { listSides, nextMorning } from '../agenda/planning/index.ts'

/** When letters begin to leave in a country, and until when: offices close then, and the rest waits for another morning. */
export interface Morning {
  country: string
  dueAt: Temporal.Instant
  untilAt: Temporal.Instant
}

const closing = '18:00'
/** From nine to closing. */
export const officeHours = 9
// Every country has a working day among so many days.
const daysAhead = 40

/**
 * The next morning of each country on or after an ISO day on its own calendar, and never in the past by the clock. Skips weekends,
 * holidays, and days off that the network added.
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
  // A network’s today may be in the past or in the future.
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
