import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { EventFilter } from '../events/list/event-filter.ts'
import { listEvents, selectConditions } from '../events/list/queries.ts'
import { type AgendaEvent, selectEvents } from '../events/summary.queries.ts'

export const entriesAPage = 100

/**
 * One page of what feed readers and other sites receive, and one event more if there is a next page. In the order of days, each occurrence
 * of a series is an entry; otherwise the latest change comes first.
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
