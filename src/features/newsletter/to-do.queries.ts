import { sql } from 'kysely'
import { noDay, secretariat, type ToDoSource } from '../../platform/http/to-do-source.ts'

/** A letter that is being made, or has been approved and not published. */
export const newsletterToDo: readonly ToDoSource[] = [
  {
    kind: 'newsletter.draft',
    label: 'newsletter.toDo.draft',
    action: 'newsletter.toDo.goOn',
    subjects: ['letter'],
    lines: (networkId) => sql`
      select i.issue_id as record_id, ${secretariat}::text as waits_for, i.title, '/newsletter/draft' as path, null::jsonb as asker,
        i.gathered_at::date as since, ${noDay} as shows_on, ${noDay} as due_on, ${noDay} as ends_on
      from newsletter_issue i where i.network_id = ${networkId} and i.state in ('draft', 'approved')
    `,
    note: async ({ database }, networkId) => {
      const { count } = await database
        .selectFrom('newsletter_subscription')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('network_id', '=', networkId)
        .where('state', '=', 'subscribed')
        .executeTakeFirstOrThrow()
      return ({ t }) => t('newsletter.toDo.readers', { count })
    },
  },
]
