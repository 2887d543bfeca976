import { scopeOf } from '../../../../platform/activity/activity.ts'
import { KeptAnswers } from '../../../../platform/activity/kept-answers.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { isKnownPeriod } from '../../holidays/known-period.ts'
import { listSides } from '../../planning/queries.ts'
import { dayAfter, type Side, sideOf } from '../../planning/side.ts'
import type { EventFilter } from '../list/filter.ts'
import { listEvents } from '../list/queries.ts'
import type { AgendaEvent } from '../row/queries.ts'

/** The events that may fall within some days. */
export interface EventsWithin {
  events: readonly AgendaEvent[]
  /** There are more than these. */
  isCut: boolean
}

/** What a calendar shows of some days: their events, and what these days are in each country. */
export interface CalendarDays extends EventsWithin {
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
const keptDays = new KeptAnswers<CalendarDays>(240)

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
      readEventsWithin(context, group, filter, period),
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

const keptEvents = new KeptAnswers<EventsWithin>(60)

/** The events of a filter that may fall within some days, whatever its span; kept in the same way. */
export async function findEventsWithin(
  context: Context,
  group: Group,
  filter: EventFilter,
  period: Period,
): Promise<EventsWithin> {
  return keep(keptEvents, context, group, filter, period, () =>
    readEventsWithin(context, group, filter, period),
  )
}

function keep<T>(
  kept: KeptAnswers<T>,
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

async function readEventsWithin(
  context: Context,
  group: Group,
  filter: EventFilter,
  { from, to }: Period,
): Promise<EventsWithin> {
  // On the reader’s clock an event may begin a day before or after the one on which it was planned.
  const around = { from: dayAfter(from, -1), to: dayAfter(to, 1) }
  const within: EventFilter = {
    ...filter,
    span: 'all',
    from: filter.from !== null && filter.from > around.from ? filter.from : around.from,
    to: filter.to !== null && filter.to < around.to ? filter.to : around.to,
  }
  const events = await listEvents(context, group.id, within, { limit: mostEvents + 1 })
  return { events: events.slice(0, mostEvents), isCut: events.length > mostEvents }
}
