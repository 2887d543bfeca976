import { inTransaction } from '../../../../../platform/database/transaction.ts'
import { type FieldError, type FormValues, fieldError, readForm } from '../../../../../platform/input/form.ts'
import type { Expectation } from '../../expectation.ts'
import type { Telling } from '../../mails/mail-to.ts'
import { tellEnd, tellReply } from '../../notices/commands.ts'
import { findLinkedExpectation } from '../../queries.ts'
import type { MemberRequest } from '../../requests/queries.ts'
import { closeExpectation, reopenExpectation } from '../commands.ts'
import { closingForm } from '../schema.ts'

/** Closes an expectation as a form says, and tells whom it concerns; answers what is wrong with the form, if anything. */
export async function takeClosing(
  telling: Telling,
  expectation: Expectation,
  requests: readonly MemberRequest[],
  values: FormValues,
): Promise<{ values: FormValues; errors: FieldError[] } | null> {
  const takers = requests.filter(({ answer }) => answer === 'yes' || answer === 'partly').map(({ id }) => id)
  const form = readForm(closingForm(takers), values)
  if (!form.valid) return form
  const outcome = await inTransaction(telling.writing, async (writing) => {
    const closed = await closeExpectation(writing, expectation, form.data)
    if (closed === 'closed' || closed === 'unnamed') return closed
    const inside = { ...telling, writing }
    const standing = await findLinkedExpectation(writing, expectation.networkId, expectation.id)
    if (closed === 'gathered') await tellReply(inside, standing)
    await tellEnd(inside, standing, 'closed')
    return closed
  })
  if (outcome === 'closed') return { values, errors: [fieldError('', 'partners.error.closedMeanwhile')] }
  return outcome === 'unnamed' ? { values, errors: [fieldError('by', 'partners.error.metBy')] } : null
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
