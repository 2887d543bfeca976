import type { FormValues } from '../../../../platform/input/form.ts'
import type { MemberRequest } from '../requests.queries.ts'

/** The values of the form for the current answer. */
export function answerValues({ answer, reason }: MemberRequest): FormValues {
  return { answer: answer ?? '', reason: reason ?? '' }
}
