import { inTransaction } from '../../../../platform/database/transaction.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import type { Expectation } from '../expectation.ts'
import type { Telling } from '../mails/mail-to.ts'
import { tellAnswer, tellReply } from '../notices.commands.ts'
import { findLinkedExpectation } from '../queries.ts'
import { findRequest, type MemberRequest } from '../requests.queries.ts'
import { type AnswerOutcome, answerRequest, type NewAnswer } from './commands.ts'

/** Takes an answer, and tells whom it concerns; answers what is wrong with it by then, if anything. */
export async function takeAnswer(
  telling: Telling,
  expectation: Expectation,
  request: MemberRequest,
  answer: NewAnswer,
): Promise<FieldError | null> {
  const outcome = await inTransaction(telling.writing, async (writing) => {
    const taken = await answerRequest(writing, expectation, request, answer)
    if (taken !== 'answered' && taken !== 'gathered' && taken !== 'translated') return taken
    const inside = { ...telling, writing }
    const standing = await findLinkedExpectation(writing, expectation.networkId, expectation.id)
    const answered = await findRequest(writing, expectation.id, request.id)
    await tellAnswer(inside, standing, answered, { isTranslation: taken === 'translated' })
    if (taken === 'gathered') await tellReply(inside, standing)
    return taken
  })
  const error = errors[outcome]
  return error === null ? null : fieldError('', error)
}

const errors = {
  answered: null,
  gathered: null,
  translated: null,
  same: null,
  changed: 'partners.error.answerChanged',
  closed: 'partners.error.closed',
  expired: 'partners.error.expired',
} as const satisfies Record<AnswerOutcome, string | null>
