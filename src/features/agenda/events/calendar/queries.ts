import { sql } from 'kysely'
import { scopeOf } from '../../../../platform/activity/activity.ts'
import { QueryCache } from '../../../../platform/activity/query-cache.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { isKnownPeriod } from '../../holidays/holiday.ts'
import { listSides } from '../../planning/queries.ts'
import { dayAfter, type Side, sideOf } from '../../planning/side.ts'
import { occurrenceOf, type Recurring } from '../../recurrence/occurrence.ts'
import type { EventFilter } from '../list/event-filter.ts'
import { listEvents, selectHappenings, selectOldest } from '../list/queries.ts'
import type { AgendaEvent } from '../summary.queries.ts'

/** An event as a calendar has room for: when it is, what it is called, and where its page is. */
export type CalendarEvent = Recurring & Pick<AgendaEvent, 'slug'>

/** The events that may fall within some days. */
export interface EventsWithin<E = AgendaEvent> {
  events: readonly E[]
  /** There are more than these. */
  isCut: boolean
}

/** What a calendar shows of some days: their events, and what these days are in each country. */
export interface CalendarDays extends EventsWithin<CalendarEvent> {
  sides: readonly Side[]
  /** False where holidays are not known: before 2015 and after 2030. */
  areHolidaysKnown: boolean
}

interface Group {
  id: string
  countries: readonly string[]
}

interface Period {
  /** ISO days, both included. */
  from: string
  to: string
}

const mostEvents = 400
const keptDays = new QueryCache<CalendarDays>(240)

/**
 * The events of a filter on some days, whatever its span, and the holidays of the group’s countries as known on the day that is looked at.
 * Anonymous readers get the same object as long as nothing was changed.
 */
export async function findCalendarDays(
  context: Context,
  group: Group,
  filter: EventFilter,
  period: Period,
): Promise<CalendarDays> {
  return keep(keptDays, context, group, filter, period, async () => {
    const { from, to } = period
    const areHolidaysKnown = isKnownPeriod(from, to)
    const [within, sides] = await Promise.all([
      readWithin(filter, period, (within, most) => listCalendarEvents(context, group.id, within, most)),
      areHolidaysKnown
        ? listSides(context, {
            countries: group.countries,
            from,
            to,
            knownOn: context.today,
            networkId: group.id,
          })
        : group.countries.map((country) => sideOf(country, [])),
    ])
    return { ...within, sides, areHolidaysKnown }
  })
}

const keptEvents = new QueryCache<EventsWithin>(60)

/** The events of a filter that may fall within some days, whatever its span; cached in the same way. */
export async function findEventsWithin(
  context: Context,
  group: Group,
  filter: EventFilter,
  period: Period,
): Promise<EventsWithin> {
  return keep(keptEvents, context, group, filter, period, () =>
    readWithin(filter, period, (within, most) => listEvents(context, group.id, within, { limit: most })),
  )
}

function keep<T>(
  kept: QueryCache<T>,
  context: Context,
  group: Group,
  filter: EventFilter,
  period: Period,
  ask: () => Promise<T>,
): Promise<T> {
  if (context.actor.kind !== 'anonymous') return ask()
  const key = JSON.stringify([group.id, context.today, { ...filter, span: 'all' }, period])
  return kept.find(context, [scopeOf(null), scopeOf(group.id)], key, ask)
}

async function readWithin<E>(
  filter: EventFilter,
  { from, to }: Period,
  list: (within: EventFilter, most: number) => Promise<E[]>,
): Promise<EventsWithin<E>> {
  // On the reader’s clock an event may begin a day before or after the one on which it was planned.
  const around = { from: dayAfter(from, -1), to: dayAfter(to, 1) }
  const within: EventFilter = {
    ...filter,
    span: 'all',
    from: filter.from !== null && filter.from > around.from ? filter.from : around.from,
    to: filter.to !== null && filter.to < around.to ? filter.to : around.to,
  }
  const events = await list(within, mostEvents + 1)
  return { events: events.slice(0, mostEvents), isCut: events.length > mostEvents }
}

// Lists gather participants and place of each event: a calendar shows neither, and loads a hundred events at a time.
async function listCalendarEvents(
  context: Context,
  networkId: string,
  filter: EventFilter,
  most: number,
): Promise<CalendarEvent[]> {
  const { rows } = await sql<CalendarEvent>`
    select e.event_id as id, e.event_id as key, h.occurs_on as "occursOn", e.slug, e.title, e.state, e.happens, e.words,
      e.starts_at as "startsAt", e.ends_at as "endsAt", e.zone, e.known_on as "knownOn", e.venue, e.recurrence,
      null as previously, null as "seriesDate", '{}'::jsonb as note
    from ${selectHappenings(context, networkId, filter, { most })} join agenda_event e on e.event_id = h.event_id
    order by ${selectOldest()}
    limit ${most}
  `.execute(context.database)
  return rows.map((event) => (event.occursOn === null ? event : occurrenceOf(event, event.occursOn)))
}
