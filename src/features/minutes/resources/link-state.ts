import type { LinkOutcome } from '../../../platform/links/check-link.ts'
import type { LinkState } from './resource.ts'

/** What the latest checks found about a link. */
export interface LinkKnowledge {
  state: LinkState
  movedTo: string | null
  deadSince: string | null
  failures: number
}

/** A page reported gone is dead after two such checks, a week apart; a server that does not answer, after four. */
const deadAfter = { gone: 2, unreachable: 4 } as const

/** The knowledge of a link after one more check at an ISO instant. Dead is counted from the first failure. */
export function linkAfter(before: LinkKnowledge, outcome: LinkOutcome, at: string): LinkKnowledge {
  if (outcome.kind === 'works') return { state: 'works', movedTo: null, deadSince: null, failures: 0 }
  if (outcome.kind === 'moved') return { state: 'moved', movedTo: outcome.to, deadSince: null, failures: 0 }
  if (outcome.kind === 'refused') return { state: 'unknown', movedTo: null, deadSince: null, failures: 0 }
  const failures = before.failures + 1
  const isDead = before.state === 'dead' || failures >= deadAfter[outcome.kind]
  return {
    state: isDead ? 'dead' : before.state,
    movedTo: before.movedTo,
    deadSince: before.deadSince ?? at,
    failures,
  }
}
