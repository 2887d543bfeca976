import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { mayImport } from '../../policy.ts'
import { findText } from '../queries.ts'
import type { DecisionPlace } from './place.ts'

/**
 * Runs decisions on facts of a text under the text's lock: they follow one another, so that no two of them create the same tie or
 * source.
 */
export async function underLock<T>(
  context: Context,
  place: DecisionPlace,
  work: (inside: Context, place: DecisionPlace) => Promise<T>,
): Promise<T> {
  const { id, networkId } = place.text
  authorize(mayImport(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    await inside.database
      .updateTable('imports_text')
      .set((row) => ({ sha256: row.ref('sha256') }))
      .where('text_id', '=', id)
      .execute()
    return work(inside, { ...place, text: await findText(inside, networkId, id) })
  })
}
