import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { authorize } from '../../platform/refusal.ts'
import { mayExportContacts } from './policy.ts'

/** Writes down that somebody took the list out of the site: how many contacts, and as what. */
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
