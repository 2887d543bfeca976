import { inTransaction } from '../../../../platform/database/transaction.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import type { Expectation } from '../expectation.ts'
import type { Telling } from '../mails/mail-to.ts'
import { tellEnd, tellReply } from '../notices.commands.ts'
import { findLinkedExpectation } from '../queries.ts'
import { closeExpectation, type NewClosing, reopenExpectation } from './commands.ts'

/** Closes an expectation, and tells whom it concerns; answers what stands in the way by then, if anything. */
export async function takeClosing(
  telling: Telling,
  expectation: Expectation,
  closing: NewClosing,
): Promise<FieldError | null> {
  const outcome = await inTransaction(telling.writing, async (writing) => {
    const closed = await closeExpectation(writing, expectation, closing)
    if (closed === 'closed' || closed === 'unnamed') return closed
    const inside = { ...telling, writing }
    const standing = await findLinkedExpectation(writing, expectation.networkId, expectation.id)
    if (closed === 'gathered') await tellReply(inside, standing)
    await tellEnd(inside, standing, 'closed')
    return closed
  })
  if (outcome === 'closed') return fieldError('', 'partners.error.closedMeanwhile')
  return outcome === 'unnamed' ? fieldError('by', 'partners.error.metBy') : null
}

/** Reopens it, and tells whom it concerns; false where somebody was quicker. */
export async function takeReopening(telling: Telling, expectation: Expectation): Promise<boolean> {
  return inTransaction(telling.writing, async (writing) => {
    if (!(await reopenExpectation(writing, expectation))) return false
    const standing = await findLinkedExpectation(writing, expectation.networkId, expectation.id)
    await tellEnd({ ...telling, writing }, standing, 'reopened')
    return true
  })
}
