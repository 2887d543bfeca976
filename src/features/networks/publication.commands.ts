import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { authorize } from '../../platform/refusal.ts'
import { mayChoosePublication } from './policy.ts'
import type { Publication } from './publication.ts'

/**
 * Says whether what members change in their own records is published at once or after review. What waits already goes on waiting.
 * Nothing is written when it stands so already.
 */
export async function choosePublication(
  context: Context,
  networkId: string,
  publication: Publication,
): Promise<void> {
  authorize(mayChoosePublication(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('networks_network')
      .set({ publication, updated_at: inside.clock.now().toString() })
      .where('network_id', '=', networkId)
      .where('publication', '!=', publication)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return
    const activity = {
      verb: 'changed',
      subjectKind: 'network',
      subjectId: networkId,
      detail: { publication },
    }
    await recordActivity(inside, { networkId, ...activity })
    // A group's own line is kept in memory with the directory of groups.
    await recordActivity(inside, { networkId: null, ...activity })
  })
}
