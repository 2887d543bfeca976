import type { Context } from '../../../../platform/context/context.ts'
import type { DataSubject } from '../../../../platform/personal-data/personal-data.ts'

/** Takes somebody out of what is kept about letters; what they wrote stays the letter of their network. */
export async function eraseFromIssues(
  { database }: Context,
  { personId }: Pick<DataSubject, 'personId'>,
): Promise<void> {
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
