import type { Context } from '../../../platform/context/context.ts'
import { removeNames } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

const letters = { keys: ['issue_id'], texts: ['title', 'introduction', 'parts', 'gathering'] } as const

/** Takes somebody out of letters, published ones too: what they wrote stays the letter of their network, without their name in it. */
export async function eraseFromIssues(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const { personId } = subject
  await removeNames(context, 'newsletter_issue', letters, subject)
  if (personId === null) return
  await database
    .updateTable('newsletter_issue')
    .set({ changed_by: null })
    .where('changed_by', '=', personId)
    .execute()
  await database
    .updateTable('newsletter_issue')
    .set({ approved_by: null })
    .where('approved_by', '=', personId)
    .execute()
}
