import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { EventFilter } from '../../events/list/filter.ts'
import { selectConditions } from '../../events/list/queries.ts'
import { type AgendaEvent, selectEvents, selectOldestFirst } from '../../events/row/queries.ts'

export const entriesAPage = 100

/**
 * One page of what news readers and pages of others are told, and one event more where it goes on: what comes in the order of its days, all
 * else with what changed last in front.
 */
export async function listEntries(
  context: Context,
  { networkId, filter }: { networkId: string; filter: EventFilter },
  page: number,
): Promise<AgendaEvent[]> {
  return selectEvents(context, {
    condition: sql`e.published_at is not null and ${selectConditions(context, networkId, filter)}`,
    order: filter.span === 'coming' ? selectOldestFirst() : sql`e.updated_at desc, e.event_id desc`,
    limit: entriesAPage + 1,
    offset: (page - 1) * entriesAPage,
  })
}
