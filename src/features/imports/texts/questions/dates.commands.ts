import type { Context } from '../../../../platform/context/context.ts'
import { underLock } from '../decisions/lock.commands.ts'
import type { DecisionPlace } from '../decisions/place.ts'
import { listFactsById } from '../facts/queries.ts'
import { writeValue } from './commands.ts'

/** Says when something was that a text dates by something else; null leaves it without a date. Answers how many facts were settled. */
export async function settleDate(
  context: Context,
  at: DecisionPlace,
  factId: string,
  date: string | null,
): Promise<number> {
  return underLock(context, at, async (inside, { text }) => {
    const [fact] = await listFactsById(inside, text.id, [factId])
    if (!fact || fact.decision !== null || !('openDate' in fact.value)) return 0
    const { openDate: _settled, ...value } = fact.value
    await writeValue(inside, text.id, fact, { ...value, date })
    return 1
  })
}
