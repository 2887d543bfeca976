import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Takes somebody out of letters, published ones too: what they wrote stays the letter of their network, without their name in it. */
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
