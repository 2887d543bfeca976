import { scopeOf } from '../../../platform/activity/activity.ts'
import { QueryCache } from '../../../platform/activity/query-cache.ts'
import type { Context } from '../../../platform/context/context.ts'
import { isKnownPeriod } from '../holidays/holiday.ts'
import { type Assessment, assessPlannedDate, mostPlannedDays, type PlannedTime } from './planned-date.ts'
import { listSides } from './queries.ts'
import { dayAfter } from './side.ts'

/** What is known of when a planned event takes place. */
export interface PlannedEvent {
  /** Identifies the answer. */
  key: string
  state: string
  /** EDTF. */
  happens: string | null
  startsAt: Date | null
  endsAt: Date | null
}

interface Group {
  id: string
  countries: readonly string[]
}

/**
 * What the calendars of a group's countries say of plans still to come, as known on the day that is looked at; nothing of events that are
 * over, cancelled, or known by their month alone.
 */
export async function assessPlannedEvents(
  context: Context,
  group: Group,
  events: readonly PlannedEvent[],
): Promise<ReadonlyMap<string, Assessment>> {
  const planned = events.flatMap((event) => {
    const time = timeToAssess(context, event)
    return time ? [{ id: event.key, time }] : []
  })
  const ids = planned.map(({ id }) => id)
  return kept.findEach(
    context,
    [scopeOf(null), scopeOf(group.id)],
    { ids, under: context.today },
    (missing) =>
      assess(
        context,
        group,
        planned.filter(({ id }) => missing.includes(id)),
      ),
  )
}

/** What they say of an event that is being written; null if they say nothing. */
export async function assessPlannedEvent(
  context: Context,
  group: Group,
  event: Omit<PlannedEvent, 'key'>,
): Promise<Assessment | null> {
  const time = timeToAssess(context, event)
  if (time === null) return null
  const assessed = await assess(context, group, [{ id: '', time }])
  return assessed.get('') ?? null
}

const kept = new QueryCache<Assessment>(10_000)

async function assess(
  context: Context,
  group: Group,
  planned: readonly { id: string; time: PlannedTime }[],
): Promise<Map<string, Assessment>> {
  const [from] = planned.map(({ time }) => firstDay(time)).toSorted()
  const to = planned
    .map(({ time }) => lastDay(time))
    .toSorted()
    .at(-1)
  if (from === undefined || to === undefined) return new Map()
  const sides = await listSides(context, {
    countries: group.countries,
    from,
    to,
    knownOn: context.today,
    networkId: group.id,
  })
  return new Map(planned.map(({ id, time }) => [id, assessPlannedDate(time, sides)]))
}

// Planned, still to come, and within the years for which holidays are known.
function timeToAssess({ today }: Context, event: Omit<PlannedEvent, 'key'>): PlannedTime | null {
  const time = event.state === 'planned' ? timeOf(event) : null
  return time && lastDay(time) >= today && isKnownPeriod(firstDay(time), lastDay(time)) ? time : null
}

/** Days by the calendar; a fuzzy one, or a season, always meets some holiday. */
function timeOf({ happens, startsAt, endsAt }: Omit<PlannedEvent, 'key'>): PlannedTime | null {
  if (startsAt !== null)
    return {
      start: Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()),
      end: endsAt && Temporal.Instant.fromEpochMilliseconds(endsAt.getTime()),
    }
  const [, from, to = from] = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$/.exec(happens ?? '') ?? []
  if (from === undefined || to === undefined || to >= dayAfter(from, mostDaysOfEvent)) return null
  return { from, to }
}

// A fortnight's programme is planned around its holidays; « début juin » is no plan yet.
const mostDaysOfEvent = Math.min(7, mostPlannedDays)

const firstDay = (time: PlannedTime) => ('from' in time ? time.from : dayOf(time.start))
const lastDay = (time: PlannedTime) => ('from' in time ? time.to : dayOf(time.end ?? time.start))
const dayOf = (instant: Temporal.Instant) => instant.toString().slice(0, 10)

/** Whether a holiday of some side falls on it. */
export const isInTheWay = ({ grade }: Assessment) => grade === 'warning' || grade === 'closed'
