import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { mayEditLetters } from '../../policy.ts'
import type { Practice } from './practice.ts'

/** Sets who composes letters, whether a second person must approve them, and whether openings and clicks are counted. */
export async function choosePractice(
  context: Context,
  networkId: string,
  { needsSecond, composers, isCounting }: Practice,
): Promise<void> {
  authorize(mayEditLetters(context.actor, networkId))
  const now = context.clock.now().toString()
  await inTransaction(context, async (inside) => {
    await inside.database
      .insertInto('newsletter_practice')
      .values({
        network_id: networkId,
        needs_second: needsSecond,
        composers,
        counted_since: isCounting ? now : null,
      })
      .onConflict((conflict) =>
        conflict.column('network_id').doUpdateSet({
          needs_second: needsSecond,
          composers,
          counted_since: isCounting ? sql<string>`coalesce(newsletter_practice.counted_since, ${now})` : null,
        }),
      )
      .execute()
    await recordActivity(inside, {
      networkId,
      verb: 'chose-practice',
      subjectKind: 'letter',
      subjectId: networkId,
      detail: { needsSecond, composers, isCounting },
    })
  })
}
