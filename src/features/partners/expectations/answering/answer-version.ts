import { digestOf } from '../../../../platform/context/secret-token.ts'
import type { MemberRequest } from '../requests.queries.ts'

/** A member’s answer as one short text, which differs once anything of it was changed, by any person. */
export function versionOfAnswer({
  answer,
  reason,
  words,
}: Pick<MemberRequest, 'answer' | 'reason' | 'words'>): string {
  return digestOf(JSON.stringify([answer, reason, Object.entries(words).sort()]))
}
