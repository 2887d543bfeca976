import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordHead, RecordKind, RecordNetwork } from '../../../platform/records/record-kind.ts'
import { authorize } from '../../../platform/refusals/refusal.ts'
import { maySuggest } from '../policy.ts'

export interface NewSuggestion {
  network: RecordNetwork
  kind: RecordKind
  /** Null for a record that does not exist yet. */
  head: RecordHead | null
  /** The version it was made from; null for a new record. */
  base: number | null
  document: RecordDocument
  /** Why, and where one has it from. */
  words: string
  language: string
}

/** Hands a changed record to those who decide on it; answers the suggestion's id. */
export async function suggestChange(context: Context, suggestion: NewSuggestion): Promise<string> {
  const { network, kind, head, base, document, words, language } = suggestion
  authorize(maySuggest(context.actor, network.id))
  return inTransaction(context, async (inside) => {
    const id = newId()
    const now = inside.clock.now().toString()
    await inside.database
      .insertInto('contributions_suggestion')
      .values({
        suggestion_id: id,
        network_id: network.id,
        record_kind: kind.kind,
        record_id: head?.id ?? null,
        base_number: base,
        document: JSON.stringify(document),
        words,
        person_id: inside.actor.kind === 'person' ? inside.actor.personId : null,
        language,
        confirmed_at: now,
        created_at: now,
      })
      .execute()
    await recordActivity(inside, {
      networkId: network.id,
      verb: 'suggested',
      subjectKind: kind.kind,
      subjectId: head?.id ?? id,
      detail: { suggestion: id },
    })
    return id
  })
}
