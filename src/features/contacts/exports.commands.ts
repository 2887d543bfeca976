import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { authorize } from '../../platform/refusal.ts'
import { mayExportContacts } from './policy.ts'

/** Records an export of the list: how many contacts, and in what format. */
export async function recordExport(
  context: Context,
  networkId: string,
  detail: { format: string; count: number },
): Promise<void> {
  authorize(mayExportContacts(context.actor, networkId))
  await inTransaction(context, (inside) =>
    recordActivity(inside, {
      networkId,
      verb: 'exported',
      subjectKind: 'contacts',
      subjectId: networkId,
      detail,
    }),
  )
}
