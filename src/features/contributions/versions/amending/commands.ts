import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import { changeRecord, type IntendedChange, lockRecord } from '../commands.ts'
import { findStanding } from '../queries.ts'

export type Amendment = Omit<IntendedChange, 'base' | 'document' | 'seen' | 'choices'>

/**
 * Changes a record from how it stands at that moment, under its lock: nobody’s change is met, because none can come in between. Answers
 * the record as it stands afterwards.
 */
export async function amendRecord(
  context: Context,
  amendment: Amendment,
  amend: (document: RecordDocument) => RecordDocument | Promise<RecordDocument>,
): Promise<RecordDocument> {
  const { network, kind, head } = amendment
  return inTransaction(context, async (inside) => {
    await lockRecord(inside, kind.kind, head.id)
    const standing = await findStanding(inside, network, kind, head.id)
    const document = await amend(standing.document)
    const result = await changeRecord(inside, { ...amendment, base: standing.number, document })
    return result.outcome === 'published' ? result.document : standing.document
  })
}
