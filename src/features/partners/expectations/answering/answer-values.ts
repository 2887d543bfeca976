import type { FormValues } from '../../../../platform/input/form.ts'
import type { MemberRequest } from '../requests.queries.ts'

/** What the form of an answer shows of the one that stands. */
export function answerValues({ answer, reason }: MemberRequest): FormValues {
  return { answer: answer ?? '', reason: reason ?? '' }
}
