import type { Context } from '../../../../platform/context/context.ts'
import { mayComposeLetters, mayEditLetters } from '../../policy.ts'
import { composerRoles, type Practice } from './practice.ts'

/** How a network makes its letters. Without a choice, only coordinators compose and approve, and one person is enough. */
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

/** Whether a person other than the last editor must approve the letters of a network. */
export async function isSecondNeeded(context: Context, networkId: string): Promise<boolean> {
  return (await findPractice(context, networkId)).needsSecond
}

/** Whether the actor may compose the letters of a network, by its practice. */
export async function isComposer(context: Context, networkId: string): Promise<boolean> {
  const { actor } = context
  if (mayEditLetters(actor, networkId)) return true
  if (!mayComposeLetters(actor, networkId, composerRoles)) return false
  const { composers } = await findPractice(context, networkId)
  return mayComposeLetters(actor, networkId, composers)
}
