import { parameterOf } from '../../platform/input/parameters.ts'
import { type MailState, mailStates } from './mail-state.ts'

export interface OutboxFilter {
  kind: string | null
  state: MailState | null
}

export const outboxParameters = ['kind', 'state', 'page', 'now'] as const

/** The choices that an address makes; what is none of them counts as not made. */
export function readFilter(query: unknown): OutboxFilter {
  const state = parameterOf(query, 'state')
  const kind = parameterOf(query, 'kind')
  return {
    kind: kind !== undefined && /^[a-z]+(\.[a-zA-Z]+)+$/.test(kind) ? kind : null,
    state: mailStates.find((each) => each === state) ?? null,
  }
}
