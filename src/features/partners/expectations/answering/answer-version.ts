import { digestOf } from '../../../../platform/context/secret-token.ts'
import type { FormValues } from '../../../../platform/input/form.ts'
import type { MemberRequest } from '../requests.queries.ts'

/** A member’s answer as one short text, which differs once anything of it was changed, by any person. */
export function versionOfAnswer({
  answer,
  reason,
  words,
}: Pick<MemberRequest, 'answer' | 'reason' | 'words'>): string {
  return digestOf(JSON.stringify([answer, reason, Object.entries(words).sort()]))
}

/** The values of the form for the current answer. */
export function answerValues({ answer, reason }: MemberRequest): FormValues {
  return { answer: answer ?? '', reason: reason ?? '' }
}
