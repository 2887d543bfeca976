import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Expectation } from '../expectation.ts'
import { lockExpectation } from '../locks.commands.ts'
import type { Telling } from '../mails/mail-to.ts'
import { tellReply } from '../notices.commands.ts'
import { findLinkedExpectation } from '../queries.ts'
import { endRelay } from './commands.ts'
import { findMark } from './ending.queries.ts'

/** `changed`: it reads otherwise than what was read, and nothing was sent. `ended`: somebody was quicker. */
export type EndingOutcome = 'done' | 'changed' | 'ended'

/** Ends a relay and sends the reply that somebody has read, by its mark. Who may, is the caller’s affair. */
export async function sendReply(
  telling: Telling,
  { id, networkId }: Expectation,
  { mark, isAdviser }: { mark: string; isAdviser: boolean },
): Promise<EndingOutcome> {
  return inTransaction(telling.writing, async (writing) => {
    // No answer comes in between: whoever answers waits for this lock.
    await lockExpectation(writing, id)
    const inside = { ...telling, writing }
    const standing = await findLinkedExpectation(writing, networkId, id)
    if (standing.relay === null) return 'ended'
    if ((await findMark(inside, standing, isAdviser)) !== mark) return 'changed'
    if (!(await endRelay(writing, standing, 'ended'))) return 'ended'
    await tellReply(inside, { ...standing, relay: null })
    return 'done'
  })
}
