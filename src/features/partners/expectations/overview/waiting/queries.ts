import { sql } from 'kysely'
import type { Context } from '../../../../../platform/context/context.ts'
import type { Expectation } from '../../expectation.ts'
import { selectExpectations } from '../../queries.ts'
import { selectState } from '../../state/queries.ts'

/** What waits for the secretariat, the oldest first: what was declined and not relayed, what was relayed and nobody takes up. */
export async function listWaiting(
  context: Context,
  networkId: string,
  limit: number,
): Promise<Expectation[]> {
  return selectExpectations(context, {
    condition: sql`x.network_id = ${networkId} and ${selectState()} in ('declined', 'untaken')`,
    order: sql`x.known_on, x.expectation_id`,
    limit,
  })
}
