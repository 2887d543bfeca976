import type { LinkOutcome } from '../../../platform/links/check-link.ts'
import type { LinkState } from './resource.ts'

/** What is known of a link from the last times it was looked at. */
export interface LinkKnowledge {
  state: LinkState
  movedTo: string | null
  deadSince: string | null
  failures: number
}

/** A page that is gone is dead when it is found so twice, a week apart; a server that does not answer, four times. */
const deadAfter = { gone: 2, unreachable: 4 } as const

/** What is known of a link after it was looked at once more (ISO instant). Dead is counted from the first time that it failed. */
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
