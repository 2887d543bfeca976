import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { readFilter } from './list/filter.ts'
import { listEvents } from './list/queries.ts'
import { type AgendaEvent, selectEvents } from './row/queries.ts'

/** The events of some cooperations as known on the context's day, oldest first; undated ones last. */
export async function listEventsOf(context: Context, cooperationIds: string[]): Promise<AgendaEvent[]> {
  if (cooperationIds.length === 0) return []
  return selectEvents(context, {
    condition: sql`exists (select 1 from agenda_event_cooperation link
      where link.event_id = e.event_id and link.cooperation_id = any(${cooperationIds}::uuid[]))`,
  })
}

/** The events in which an organisation takes part, as known on the context's day. */
export async function listEventsWith(context: Context, organisationId: string): Promise<AgendaEvent[]> {
  return selectEvents(context, {
    condition: sql`exists (select 1 from agenda_event_organisation part
      where part.event_id = e.event_id and part.organisation_id = ${organisationId})`,
  })
}

/** What is planned in a network on or after the context's day, soonest first. */
export async function listComing(context: Context, networkId: string, most: number): Promise<AgendaEvent[]> {
  return selectEvents(context, {
    condition: sql`e.network_id = ${networkId} and e.state = 'planned' and e.ends_on >= ${context.today}`,
    limit: most,
  })
}

/** The events of a network that bear some words: those to come, then what is over, the latest first. */
export async function listEventsNamed(
  context: Context,
  networkId: string,
  text: string,
  most: number,
): Promise<AgendaEvent[]> {
  if (text === '') return []
  const filter = readFilter({ q: text })
  const coming = await listEvents(context, networkId, filter, { limit: most })
  const over = await listEvents(
    context,
    networkId,
    { ...filter, span: 'past' },
    { limit: most, isReversed: true },
  )
  return [...coming, ...over].slice(0, most)
}
