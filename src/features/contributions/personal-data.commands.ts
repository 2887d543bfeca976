import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { removeNames } from '../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/**
 * Forgets what somebody has not sent, and their name wherever it was written. What they contributed stays, with the
 * organisation for which they spoke.
 */
export async function eraseContributor(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  if (subject.personId !== null)
    await database.deleteFrom('contributions_draft').where('person_id', '=', subject.personId).execute()
  await database
    .updateTable('contributions_suggestion')
    .set({ sender_name: '', sender_address: null })
    .where(sql`lower(sender_address)`, '=', sql`any(${subject.addresses}::text[])`)
    .execute()
  await eraseFromVersions(context, subject)
  await eraseFromSuggestions(context, subject)
  const drafts = { keys: ['person_id', 'form'], texts: ['fields'] } as const
  await removeNames(context, 'contributions_draft', drafts, subject)
}

async function eraseFromVersions(context: Context, subject: DataSubject): Promise<void> {
  const columns = { keys: ['version_id'], texts: ['reason', 'document'] } as const
  await removeNames(context, 'contributions_version', columns, subject)
}

async function eraseFromSuggestions(context: Context, subject: DataSubject): Promise<void> {
  const columns = {
    keys: ['suggestion_id'],
    texts: ['words', 'source', 'document', 'decision_reason', 'sender_name'],
  } as const
  await removeNames(context, 'contributions_suggestion', columns, subject)
  const texts = { keys: ['message_id'], texts: ['text'] } as const
  await removeNames(context, 'contributions_message', texts, subject)
}
