import type { z } from 'zod'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { mergeLocalizedText } from '../../../platform/i18n/localized-text.ts'
import { authorize } from '../../../platform/refusal.ts'
import { mayManageContacts } from '../policy.ts'
import { findProcessing } from './queries.ts'
import type { processingForm } from './schema.ts'

/** Describes how a network keeps its contacts. Contacts that are already kept keep their own end. */
export async function describeProcessing(
  context: Context,
  networkId: string,
  typed: z.output<typeof processingForm>,
): Promise<void> {
  authorize(mayManageContacts(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const before = await findProcessing(inside, networkId)
    const columns = {
      shows_functions: typed.showsFunctions,
      controller: typed.controller,
      purpose: JSON.stringify(mergeLocalizedText(before.purpose, typed.purpose)),
      legal_basis: typed.legalBasis,
      retention_months: typed.retentionMonths,
      recipients: JSON.stringify(mergeLocalizedText(before.recipients, typed.recipients)),
      updated_at: inside.clock.now().toString(),
    }
    await inside.database
      .insertInto('contacts_processing')
      .values({ network_id: networkId, ...columns })
      .onConflict((conflict) => conflict.column('network_id').doUpdateSet(columns))
      .execute()
    await recordActivity(inside, {
      networkId,
      verb: 'described',
      subjectKind: 'contacts',
      subjectId: networkId,
    })
  })
}
