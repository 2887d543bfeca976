import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Erases a person from letters, including published ones. Their texts stay in the letter, without their name. */
export async function eraseFromIssues(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'newsletter_issue',
      key: ['issue_id'],
      texts: ['title', 'introduction', 'parts', 'gathering'],
      people: { changed_by: null, approved_by: null },
    },
  ])
}
