import { scopeOf } from '../../../../platform/activity/activity.ts'
import { KeptAnswers } from '../../../../platform/activity/kept-answers.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { isKnownPeriod } from '../../holidays/known-period.ts'
import { listSides } from '../../planning/queries.ts'
import { dayAfter, type Side, sideOf } from '../../planning/side.ts'
import type { EventFilter } from '../list/filter.ts'
import { listEvents } from '../list/queries.ts'
import type { AgendaEvent } from '../row/queries.ts'

/** What a calendar shows of some days: the events that may fall on them, and what these days are in each country. */
export interface CalendarDays {
  events: readonly AgendaEvent[]
  /** There are more than these. */
  isCut: boolean
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
const kept = new KeptAnswers<CalendarDays>(300)

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
  const ask = () => readCalendarDays(context, group, filter, period)
  if (context.actor.kind !== 'anonymous') return ask()
  const key = JSON.stringify([group.id, context.today, { ...filter, span: 'all' }, period])
  return kept.find(context, [scopeOf(null), scopeOf(group.id)], key, ask)
}

async function readCalendarDays(
  context: Context,
  group: Group,
  filter: EventFilter,
  { from, to }: Period,
): Promise<CalendarDays> {
  // On the reader’s clock an event may begin a day before or after the one on which it was planned.
  const around = { from: dayAfter(from, -1), to: dayAfter(to, 1) }
  const within: EventFilter = {
    ...filter,
    span: 'all',
    from: filter.from !== null && filter.from > around.from ? filter.from : around.from,
    to: filter.to !== null && filter.to < around.to ? filter.to : around.to,
  }
  const areHolidaysKnown = isKnownPeriod(from, to)
  const [events, sides] = await Promise.all([
    listEvents(context, group.id, within, { limit: mostEvents + 1 }),
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
  return {
    events: events.slice(0, mostEvents),
    isCut: events.length > mostEvents,
    sides,
    areHolidaysKnown,
  }
}
