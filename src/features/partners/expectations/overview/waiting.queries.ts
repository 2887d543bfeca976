import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { Expectation } from '../expectation.ts'
import { selectExpectations } from '../queries.ts'
import { selectState } from '../state.queries.ts'

/**
 * What waits for the secretariat, the oldest first: what was declined and not relayed, what was relayed and nobody takes up, and what is
 * taken up in part alone, of which the rest is put to others or left.
 */
export async function listWaiting(
  context: Context,
  networkId: string,
  limit: number,
): Promise<Expectation[]> {
  return selectExpectations(context, {
    condition: sql`x.network_id = ${networkId} and ${selectState()} in ('declined', 'untaken', 'taken_up_in_part')`,
    order: sql`x.known_on, x.expectation_id`,
    limit,
  })
}
