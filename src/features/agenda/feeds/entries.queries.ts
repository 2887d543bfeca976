import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { EventFilter } from '../events/list/event-filter.ts'
import { listEvents, selectConditions } from '../events/list/queries.ts'
import { type AgendaEvent, selectEvents } from '../events/row.queries.ts'

export const entriesAPage = 100

/**
 * One page of what news readers and pages of others are told, and one event more where it goes on: what comes in the order of its days, once for
 * each occurrence of what comes back, all else with what changed last in front.
 */
export async function listEntries(
  context: Context,
  { networkId, filter }: { networkId: string; filter: EventFilter },
  page: number,
): Promise<AgendaEvent[]> {
  const slice = { limit: entriesAPage + 1, offset: (page - 1) * entriesAPage }
  if (filter.span === 'coming') return listEvents(context, networkId, filter, { ...slice, isPublished: true })
  return selectEvents(context, {
    condition: sql`e.published_at is not null and ${selectConditions(context, networkId, filter)}`,
    order: sql`e.updated_at desc, e.event_id desc`,
    ...slice,
  })
}
