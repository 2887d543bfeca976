import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type AgendaEvent, selectEvents } from '../events/summary.queries.ts'
import { selectDebriefOverdue } from './state.queries.ts'

/** The missions of a network whose debrief is overdue on the context’s day, the longest overdue first. */
export async function listOverdueDebriefs(
  context: Context,
  networkId: string,
  most: number,
): Promise<AgendaEvent[]> {
  return selectEvents(context, {
    condition: sql`e.network_id = ${networkId} and ${selectDebriefOverdue(context.today)}`,
    order: sql`e.ends_on, e.event_id`,
    limit: most,
  })
}
