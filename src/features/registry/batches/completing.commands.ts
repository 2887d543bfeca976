import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize } from '../../../platform/refusal.ts'
import { writeCooperation } from '../cooperations/document/commands.ts'
import type { CooperationDocument } from '../cooperations/document/schema.ts'
import { mayWriteTogether } from '../policy.ts'

/**
 * Writes more into cooperations that the same table began, as documents before and after: they have no versions before somebody changes
 * them. Texts are for the caller to index.
 */
export async function completeCooperations(
  context: Context,
  networkId: string,
  cooperations: readonly { id: string; before: CooperationDocument; after: CooperationDocument }[],
): Promise<void> {
  authorize(mayWriteTogether(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    for (const { id, before, after } of cooperations)
      await writeCooperation(inside, { id, networkId }, before, after)
  })
}
