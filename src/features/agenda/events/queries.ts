import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { shownOccurrence } from '../recurrence/coming.ts'
import { readFilter } from './list/filter.ts'
import { listEvents } from './list/queries.ts'
import { type AgendaEvent, selectEvents } from './row.queries.ts'

/** The events of some cooperations as known on the context's day, oldest first; undated ones last. */
export async function listEventsOf(context: Context, cooperationIds: string[]): Promise<AgendaEvent[]> {
  if (cooperationIds.length === 0) return []
  const events = await selectEvents(context, {
    condition: sql`exists (select 1 from agenda_event_cooperation link
      where link.event_id = e.event_id and link.cooperation_id = any(${cooperationIds}::uuid[]))`,
  })
  return withShownDates(context, events)
}

/** The events in which an organisation takes part, as known on the context's day. */
export async function listEventsWith(context: Context, organisationId: string): Promise<AgendaEvent[]> {
  const events = await selectEvents(context, {
    condition: sql`exists (select 1 from agenda_event_organisation part
      where part.event_id = e.event_id and part.organisation_id = ${organisationId})`,
  })
  return withShownDates(context, events)
}

// What comes back stands once in such a list, by its next date.
function withShownDates({ today }: Context, events: AgendaEvent[]): AgendaEvent[] {
  if (events.every(({ recurrence }) => recurrence === null)) return events
  const rank = ({ startsOn }: AgendaEvent) => startsOn ?? '9999-99-99'
  return events
    .map((event) => shownOccurrence(event, today))
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0))
}

/** What is planned in a network on or after the context's day, soonest first. */
export async function listComing(context: Context, networkId: string, most: number): Promise<AgendaEvent[]> {
  const filter = readFilter({ when: 'coming', status: 'planned', from: context.today })
  return listEvents(context, networkId, filter, { limit: most })
}

/**
 * The events of a network that bear some words: those to come, then what is over, the latest first. One that comes back stands there
 * once, by its next occurrence.
 */
export async function listEventsNamed(
  context: Context,
  networkId: string,
  text: string,
  most: number,
): Promise<AgendaEvent[]> {
  if (text === '') return []
  const filter = readFilter({ q: text })
  const coming = await listEvents(context, networkId, filter, { limit: most * mostOfOne })
  const over = await listEvents(
    context,
    networkId,
    { ...filter, span: 'past' },
    { limit: most * mostOfOne, isReversed: true },
  )
  return [...new Map([...coming, ...over].toReversed().map((event) => [event.id, event])).values()]
    .toReversed()
    .slice(0, most)
}

// So many occurrences of each are looked through before others are missed.
const mostOfOne = 10
