import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { heldOnceConfirmed } from '../../../platform/input/likely-spam.ts'
import type { RecordHead, RecordNetwork } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'

export interface NewCorrection {
  network: RecordNetwork
  kind: RecordKind
  head: RecordHead
  words: string
  source: string
  name: string
  address: string
  language: string
  heldFor: string | null
}

/** Keeps a reader’s report until they have confirmed it from their address; returns its id. */
export async function reportCorrection(context: Context, correction: NewCorrection): Promise<string> {
  const id = newId()
  await context.database
    .insertInto('contributions_suggestion')
    .values({
      suggestion_id: id,
      network_id: correction.network.id,
      record_kind: correction.kind.kind,
      record_id: correction.head.id,
      words: correction.words,
      source: correction.source,
      sender_name: correction.name,
      sender_address: correction.address,
      language: correction.language,
      is_from_reader: true,
      held_for: correction.heldFor,
      created_at: context.clock.now().toString(),
    })
    .execute()
  return id
}

/** Lets a reported correction into the queue; false if it was confirmed before. */
export async function confirmCorrection(
  context: Context,
  {
    id,
    networkId,
    kind,
    recordId,
    heldFor,
  }: { id: string; networkId: string; kind: string; recordId: string; heldFor: string | null },
): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const confirmed = await inside.database
      .updateTable('contributions_suggestion')
      .set({ confirmed_at: inside.clock.now().toString(), held_for: heldOnceConfirmed(heldFor) })
      .where('suggestion_id', '=', id)
      .where('confirmed_at', 'is', null)
      .executeTakeFirst()
    if (confirmed.numUpdatedRows !== 1n) return false
    await recordActivity(inside, {
      networkId,
      verb: 'reported',
      subjectKind: kind,
      subjectId: recordId,
      detail: { suggestion: id },
    })
    return true
  })
}

const unconfirmedDays = 7
const answerableDays = 30

/** Removes reports that nobody confirmed, and the addresses of those that were decided long enough ago. */
export async function forgetReaders({ database, clock }: Context): Promise<void> {
  const daysAgo = (days: number) => new Date(clock.now().epochMilliseconds - days * 86_400_000)
  await database
    .deleteFrom('contributions_suggestion')
    .where('is_from_reader', '=', true)
    .where('confirmed_at', 'is', null)
    .where('created_at', '<', daysAgo(unconfirmedDays))
    .execute()
  await database
    .updateTable('contributions_suggestion')
    .set({ sender_address: null, sender_name: '' })
    .where('is_from_reader', '=', true)
    .where('decided_at', '<', daysAgo(answerableDays))
    .where('sender_address', 'is not', null)
    .execute()
}
