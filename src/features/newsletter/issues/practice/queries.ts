import type { Context } from '../../../../platform/context/context.ts'
import { mayComposeLetters, mayEditLetters } from '../../policy.ts'
import { composerRoles, type Practice } from './practice.ts'

/** How a network makes its letters; where it has not said so, those who look after them compose and approve alone. */
export async function findPractice({ database }: Context, networkId: string): Promise<Practice> {
  const row = await database
    .selectFrom('newsletter_practice')
    .select(['needs_second', 'composers', 'counted_since'])
    .where('network_id', '=', networkId)
    .executeTakeFirst()
  return {
    needsSecond: row?.needs_second ?? false,
    composers: composerRoles.filter((role) => row?.composers.includes(role)),
    isCounting: row?.counted_since != null,
  }
}

/** Whether somebody else than who wrote last approves the letters of a network. */
export async function isSecondNeeded(context: Context, networkId: string): Promise<boolean> {
  return (await findPractice(context, networkId)).needsSecond
}

/** Whether the actor composes the letters of a network, as it practises that. */
export async function isComposer(context: Context, networkId: string): Promise<boolean> {
  const { actor } = context
  if (mayEditLetters(actor, networkId)) return true
  if (!mayComposeLetters(actor, networkId, composerRoles)) return false
  const { composers } = await findPractice(context, networkId)
  return mayComposeLetters(actor, networkId, composers)
}
