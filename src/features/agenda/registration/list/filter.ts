import { parameterOf } from '../../../../platform/input/parameters.ts'

export const listStates = ['placed', 'waiting', 'withdrawn'] as const
export type ListState = (typeof listStates)[number]

/** What the list of who comes is narrowed to. */
export interface ListFilter {
  state: ListState
  /** Two letters, or null for all. */
  country: string | null
  /** Words of names and organisations. */
  words: string
}

/** What an address asks for; what is no such thing is left aside. */
export function readListFilter(query: unknown): ListFilter {
  const country = parameterOf(query, 'country') ?? ''
  return {
    state: listStates.find((state) => state === parameterOf(query, 'state')) ?? 'placed',
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    words: readWords(query),
  }
}

/** The words that somebody is sought by. */
export function readWords(query: unknown): string {
  return (parameterOf(query, 'q') ?? '').slice(0, 100).trim()
}

/** The filter as parameters of an address. */
export function listParameters({ state, country, words }: ListFilter): Record<string, string | undefined> {
  return {
    state: state === 'placed' ? undefined : state,
    country: country ?? undefined,
    q: words || undefined,
  }
}
