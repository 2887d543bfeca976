import { inTransaction } from '../../../../../platform/database/transaction.ts'
import { type FieldError, type FormValues, fieldError, readForm } from '../../../../../platform/input/form.ts'
import type { Expectation } from '../../expectation.ts'
import type { Telling } from '../../mails/mail-to.ts'
import { tellAnswer, tellReply } from '../../notices/commands.ts'
import { findLinkedExpectation } from '../../queries.ts'
import { findRequest, type MemberRequest } from '../../requests/queries.ts'
import { answerRequest } from '../commands.ts'
import { answerForm } from '../schema.ts'

/** Takes the answer that a form holds, and tells whom it concerns; answers what is wrong with it, if anything. */
export async function takeAnswer(
  telling: Telling,
  expectation: Expectation,
  request: MemberRequest,
  values: FormValues,
): Promise<{ values: FormValues; errors: FieldError[] } | null> {
  const form = readForm(answerForm(request.words), values)
  if (!form.valid) return form
  const outcome = await inTransaction(telling.writing, async (writing) => {
    const taken = await answerRequest(writing, expectation, request, form.data)
    if (taken === 'closed' || taken === 'expired' || taken === 'same') return taken
    const inside = { ...telling, writing }
    const standing = await findLinkedExpectation(writing, expectation.networkId, expectation.id)
    await tellAnswer(inside, standing, await findRequest(writing, expectation.id, request.id))
    if (taken === 'gathered') await tellReply(inside, standing)
    return taken
  })
  if (outcome === 'closed') return { values, errors: [fieldError('', 'partners.error.closed')] }
  return outcome === 'expired' ? { values, errors: [fieldError('', 'partners.error.expired')] } : null
}
