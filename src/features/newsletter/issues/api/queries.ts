import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { PublishedIssue } from '../issue.ts'
import { findPublished } from '../queries.ts'

/** A published letter as the public reads it. A withdrawn one gives 410, to editors too. */
export async function findReadIssue(
  context: Context,
  networkId: string,
  number: string,
): Promise<PublishedIssue> {
  const issue = await findPublished(context, networkId, number)
  if (issue.state === 'withdrawn') throw new Refusal('tooLate', 'The letter was withdrawn')
  return issue
}

/** Counts the public letters on the context’s day, up to `most`. */
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
