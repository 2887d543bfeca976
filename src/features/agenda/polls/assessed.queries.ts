import type { Context } from '../../../platform/context/context.ts'
import type { Network } from '../../networks/index.ts'
import { isKnownPeriod } from '../holidays/known-period.ts'
import { type Assessment, assessPlannedDate, daysOn } from '../planning/planned-date.ts'
import { listSides } from '../planning/queries.ts'
import { type PollOption, plannedTimeOf } from './poll.ts'

/** What the calendars of a network’s countries say of dates, as known on the context’s day, by the date’s id. */
export async function listAssessments(
  context: Context,
  network: Pick<Network, 'id' | 'countries'>,
  options: readonly PollOption[],
): Promise<Map<string, Assessment>> {
  const planned = options.map((option) => ({ id: option.id, time: plannedTimeOf(option) }))
  const days = planned.flatMap(({ time }) => daysOn(time, 'UTC')).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined || !isKnownPeriod(from, to)) return new Map()
  const sides = await listSides(context, {
    countries: network.countries,
    from,
    to,
    knownOn: context.today,
    networkId: network.id,
  })
  return new Map(planned.map(({ id, time }) => [id, assessPlannedDate(time, sides)]))
}
