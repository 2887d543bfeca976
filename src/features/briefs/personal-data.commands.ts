import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/** Erases the address to which a questionnaire went, who sent it, and a person’s name from its words and those of items, which name none. */
export async function eraseFromBriefs(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'briefs_item',
      key: ['item_id'],
      texts: ['text', 'source', 'source_url', 'passage', 'checked_by'],
    },
    { table: 'briefs_line', key: ['line_id'], texts: ['text'] },
    {
      table: 'briefs_question',
      own: { address: 'address', left: { address: null, words: '' } },
      key: ['question_id'],
      texts: ['words'],
      people: { asked_by: null, withdrawn_by: null },
    },
  ])
}
