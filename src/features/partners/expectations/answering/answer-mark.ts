import { digestOf } from '../../../../platform/context/secret-token.ts'
import type { MemberRequest } from '../requests.queries.ts'

/** What a member has answered, as one short text: another one once anything of it was changed, by whoever it was. */
export function answerMark({
  answer,
  reason,
  words,
}: Pick<MemberRequest, 'answer' | 'reason' | 'words'>): string {
  return digestOf(JSON.stringify([answer, reason, Object.entries(words).sort()]))
}
