import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type AgendaEvent, selectEvents } from './row.queries.ts'

/** One event of a network by its slug, or 404: also for what the reader may not see, or is not known yet. */
export async function findEvent(context: Context, networkId: string, slug: string): Promise<AgendaEvent> {
  const [event] = await selectEvents(context, {
    condition: sql`e.network_id = ${networkId} and e.slug = ${slug}`,
    limit: 1,
  })
  return event ?? notFound(slug)
}

/** One event of a network by its id, or null: also for what the reader may not see, or is not known yet. */
export async function lookUpEvent(
  context: Context,
  networkId: string,
  id: string,
): Promise<AgendaEvent | null> {
  const [event] = await selectEvents(context, {
    condition: sql`e.network_id = ${networkId} and e.event_id = ${id}`,
    limit: 1,
  })
  return event ?? null
}
