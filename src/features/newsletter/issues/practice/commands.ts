import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize } from '../../../../platform/refusals/refusal.ts'
import { mayEditLetters } from '../../policy.ts'

/** Says whether letters are approved by somebody else than who wrote last. */
export async function choosePractice(
  context: Context,
  networkId: string,
  { needsSecond }: { needsSecond: boolean },
): Promise<void> {
  authorize(mayEditLetters(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    await inside.database
      .insertInto('newsletter_practice')
      .values({ network_id: networkId, needs_second: needsSecond })
      .onConflict((conflict) => conflict.column('network_id').doUpdateSet({ needs_second: needsSecond }))
      .execute()
    await recordActivity(inside, {
      networkId,
      verb: 'chose-practice',
      subjectKind: 'letter',
      subjectId: networkId,
      detail: { needsSecond },
    })
  })
}
