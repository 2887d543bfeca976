import { parameterOf } from '../../../../platform/input/parameters.ts'

/** States of a subscription; `returned` is whatever state has something that came back. */
export const listStates = ['subscribed', 'unconfirmed', 'left', 'returned'] as const
export type ListState = (typeof listStates)[number]

/** What the list of readers is narrowed to. */
export interface ListFilter {
  state: ListState
  /** Part of an address. */
  words: string
}

/** What an address asks for; what is no such thing is left aside. */
export function readListFilter(query: unknown): ListFilter {
  return {
    state: listStates.find((state) => state === parameterOf(query, 'state')) ?? 'subscribed',
    words: (parameterOf(query, 'q') ?? '').slice(0, 100).trim(),
  }
}

/** The filter as parameters of an address. */
export function listParameters({ state, words }: ListFilter): Record<string, string | undefined> {
  return { state: state === 'subscribed' ? undefined : state, q: words || undefined }
}
