import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { PublishedIssue } from '../issue.ts'
import { findPublished } from '../queries.ts'

/** A published letter as everybody reads it: one that was withdrawn is refused to editors too, with 410. */
export async function findReadIssue(
  context: Context,
  networkId: string,
  number: string,
): Promise<PublishedIssue> {
  const issue = await findPublished(context, networkId, number)
  if (issue.state === 'withdrawn') throw new Refusal('tooLate', 'The letter was withdrawn')
  return issue
}

/** How many letters everybody reads by the context’s day, counted up to `most`. */
export async function countRead(context: Context, networkId: string, most: number): Promise<number> {
  const { count } = await context.database
    .selectFrom((database) =>
      database
        .selectFrom('newsletter_issue')
        .select('issue_id')
        .where('network_id', '=', networkId)
        .where('state', '=', 'published')
        .where('published_on', '<=', context.today)
        .limit(most)
        .as('some'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
