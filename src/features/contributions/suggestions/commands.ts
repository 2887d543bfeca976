import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Choices } from '../../../platform/records/merge.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordHead, RecordNetwork } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import { authorize, notFound, Refusal } from '../../../platform/refusal.ts'
import { maySuggest } from '../policy.ts'
import { findSpeaker } from '../queries.ts'
import { addRecord, changeRecord, type Outcome } from '../versions/commands.ts'
import type { Decision, Suggestion } from './queries.ts'

export interface NewSuggestion {
  network: RecordNetwork
  kind: RecordKind
  /** Null for a record that does not exist yet. */
  head: RecordHead | null
  /** The version it was made from; null for a new record. */
  base: number | null
  /** The suggested record; null if words alone say what is wrong. */
  document: RecordDocument | null
  /** The reason and the source. */
  words: string
  source?: string
  language: string
}

/** Hands a changed record to those who decide on it; returns the suggestion’s id. */
export async function suggestChange(context: Context, suggestion: NewSuggestion): Promise<string> {
  const { network, kind, head, base, document, words, source = '', language } = suggestion
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
        document: document && JSON.stringify(document),
        words,
        source,
        person_id: personIdOf(inside.actor),
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

/** Records the decision on a suggestion. Refused if there is one already. */
export async function decideSuggestion(
  context: Context,
  suggestion: { id: string; networkId: string; kind: string; recordId: string | null },
  { decision, reason }: { decision: Decision; reason: string },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const decided = await inside.database
      .updateTable('contributions_suggestion')
      .set({
        decision,
        decision_reason: reason,
        decided_at: inside.clock.now().toString(),
        decided_by: personIdOf(inside.actor),
        held_for: null,
      })
      .where('suggestion_id', '=', suggestion.id)
      .where('decided_at', 'is', null)
      .executeTakeFirst()
    if (decided.numUpdatedRows !== 1n) throw new Refusal('taken', 'The suggestion was decided already')
    await recordActivity(inside, {
      networkId: suggestion.networkId,
      verb: decision,
      subjectKind: 'suggestion',
      subjectId: suggestion.id,
      detail: { kind: suggestion.kind, record: suggestion.recordId },
    })
  })
}

/** Lets a suggestion that was held as likely spam into the queue. */
export async function releaseSuggestion({ database }: Context, id: string): Promise<void> {
  await database
    .updateTable('contributions_suggestion')
    .set({ held_for: null })
    .where('suggestion_id', '=', id)
    .where('decided_at', 'is', null)
    .execute()
}

/** Adds a message about a suggestion; a stranger has no person. Returns the message’s id. */
export async function addMessage(
  { database, clock }: Context,
  suggestionId: string,
  { personId, text }: { personId: string | null; text: string },
): Promise<string> {
  const id = newId()
  await database
    .insertInto('contributions_message')
    .values({
      message_id: id,
      suggestion_id: suggestionId,
      person_id: personId,
      text,
      written_at: clock.now().toString(),
    })
    .execute()
  return id
}

interface Decided {
  writing: Context
  network: RecordNetwork
  kind: RecordKind
  /** Null for a record that does not exist, yet or any more. */
  head: RecordHead | null
  suggestion: Suggestion
}

/** Publishes a suggestion as its author’s change and records the decision, both or neither. */
export async function publishSuggestion(
  { writing, network, kind, head, suggestion }: Decided,
  { reason, seen, choices }: { reason: string; seen: number; choices: Choices },
): Promise<Outcome> {
  const { document, base } = suggestion
  if (document === null || (suggestion.recordId !== null && head === null)) notFound(suggestion.id)
  return inTransaction(writing, async (inside) => {
    const organisationId = await findSpeaker(
      inside,
      network.id,
      suggestion.personId,
      head?.organisationIds ?? kind.ownersOf(document) ?? [],
    )
    const common = {
      network,
      kind,
      document,
      reason: suggestion.words,
      language: suggestion.language,
      organisationId,
      personId: suggestion.personId,
      suggestionId: suggestion.id,
    }
    if (head === null) {
      await addRecord(inside, common)
      await decideSuggestion(inside, suggestion, { decision: 'accepted', reason })
      return { outcome: 'published', number: 1, document }
    }
    const outcome = await changeRecord(inside, {
      ...common,
      head,
      base: base ?? 1,
      // Answers by a link are of one item each, and decided one after the other: only what touches the same is news.
      seen: suggestion.isFromReader ? Number.MAX_SAFE_INTEGER : seen,
      choices,
      origin: 'suggestion',
    })
    if (outcome.outcome !== 'met')
      await decideSuggestion(inside, suggestion, { decision: 'accepted', reason })
    return outcome
  })
}
