import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type AgendaEvent, selectEvents } from '../events/row.queries.ts'

/** An event for whoever is registered for it, whether or not it is still shown to others; 404 for one of another network. */
export async function findAttended(
  context: Context,
  networkId: string,
  eventId: string,
): Promise<AgendaEvent> {
  const [event] = await selectEvents(
    { ...context, actor: { kind: 'operator' } },
    { condition: sql`e.network_id = ${networkId} and e.event_id = ${eventId}`, limit: 1 },
  )
  return event ?? notFound(eventId)
}
