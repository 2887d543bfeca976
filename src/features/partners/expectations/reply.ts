import { type Reason, reasons } from './expectation.ts'
import type { MemberRequest } from './requests.queries.ts'

/** What all who were asked answer, gathered for the asker. */
export interface Reply {
  /** Who takes up all of it. */
  takers: MemberRequest[]
  /** Who takes up a part alone. */
  partTakers: MemberRequest[]
  /** Who cannot, by their reasons, the most frequent first. */
  declined: { reason: Reason; members: MemberRequest[] }[]
  /** Who has not answered. */
  silent: MemberRequest[]
}

/** Gathers answers. */
export function gatherReply(requests: readonly MemberRequest[]): Reply {
  const saying = (answer: MemberRequest['answer']) => requests.filter((request) => request.answer === answer)
  const refused = Map.groupBy(saying('no'), ({ reason }) => reason)
  return {
    takers: saying('yes'),
    partTakers: saying('partly'),
    declined: reasons
      .map((reason) => ({ reason, members: refused.get(reason) ?? [] }))
      .filter(({ members }) => members.length > 0)
      .sort((a, b) => b.members.length - a.members.length),
    silent: saying(null),
  }
}
