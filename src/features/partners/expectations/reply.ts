import { type Reason, reasons } from './expectation.ts'
import type { MemberRequest } from './requests.queries.ts'

/** The answers of all asked members, gathered for the asker. */
export interface Reply {
  /** Members that take up all of it. */
  takers: MemberRequest[]
  /** Members that take up only a part. */
  partTakers: MemberRequest[]
  /** Members that cannot, by their reasons, the most frequent first. */
  declined: { reason: Reason; members: MemberRequest[] }[]
  /** Members without an answer. */
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
