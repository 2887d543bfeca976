import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/** Erases a person’s drafts, and their name from texts. Their contributions stay, with the organisation for which they spoke. */
export async function eraseContributor(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'contributions_draft',
      own: { person: 'person_id', left: 'nothing' },
      key: ['person_id', 'form'],
      texts: ['fields'],
    },
    { table: 'contributions_version', key: ['version_id'], texts: ['reason', 'document'] },
    {
      table: 'contributions_suggestion',
      own: { address: 'sender_address', left: { sender_name: '', sender_address: null } },
      key: ['suggestion_id'],
      texts: ['words', 'source', 'document', 'decision_reason', 'sender_name'],
    },
    { table: 'contributions_message', key: ['message_id'], texts: ['text'] },
  ])
}
