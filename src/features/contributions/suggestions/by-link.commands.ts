import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordHead, RecordNetwork } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import { findBaseDocument } from '../versions/commands.ts'
import { findCurrentVersion } from '../versions/queries.ts'

interface Sender {
  network: RecordNetwork
  kind: RecordKind
  head: RecordHead
  /** Confirmed by the link that was sent to it; null once it was erased. */
  address: string | null
  language: string
}

export interface LinkSuggestion {
  /** The record as the sender would have it. */
  change(document: RecordDocument): RecordDocument
  words: string
  source: string
  /** What they suggested of the same before: it is taken back, unless it was decided. */
  instead: string | null
}

/**
 * Hands changes by a person without an account to those who decide, like corrections of readers; returns an id for each. Who may send the
 * link decides who suggests. Called in the caller’s transaction.
 */
export async function suggestByLink(
  inside: Context,
  { network, kind, head, address, language }: Sender,
  suggestions: readonly LinkSuggestion[],
): Promise<string[]> {
  const now = inside.clock.now().toString()
  const { number: base } = await findCurrentVersion(inside, network, kind, head.id)
  const kept = { origin: 'suggestion', organisationId: null, reason: '', language } as const
  const intended = { network, kind, head, base, document: {}, ...kept }
  const document = await findBaseDocument(inside, intended)
  const replaced = suggestions.flatMap(({ instead }) => instead ?? [])
  if (replaced.length > 0)
    await inside.database
      .updateTable('contributions_suggestion')
      .set({ decision: 'withdrawn', decided_at: now })
      .where('suggestion_id', 'in', replaced)
      .where('decided_at', 'is', null)
      .execute()
  const rows = suggestions.map(({ change, words, source }) => ({
    suggestion_id: newId(),
    network_id: network.id,
    record_kind: kind.kind,
    record_id: head.id,
    base_number: base,
    document: JSON.stringify(change(document)),
    words,
    source,
    sender_address: address,
    is_from_reader: true,
    language,
    confirmed_at: now,
    created_at: now,
  }))
  if (rows.length > 0) await inside.database.insertInto('contributions_suggestion').values(rows).execute()
  const ids = rows.map((row) => row.suggestion_id)
  await recordActivity(inside, {
    networkId: network.id,
    verb: 'suggested',
    subjectKind: kind.kind,
    subjectId: head.id,
    detail: { suggestions: ids },
  })
  return ids
}

/** Removes the address of a sender from what they suggested by a link. */
export async function forgetSender(
  { database }: Pick<Context, 'database'>,
  suggestionIds: readonly string[],
): Promise<void> {
  if (suggestionIds.length === 0) return
  await database
    .updateTable('contributions_suggestion')
    .set({ sender_address: null, sender_name: '' })
    .where('suggestion_id', 'in', [...suggestionIds])
    .execute()
}
