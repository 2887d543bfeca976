import { parameterOf } from '../../../platform/input/parameters.ts'

export const listedStates = ['stale', 'machine', 'missing', 'reviewed'] as const
export type ListedState = (typeof listedStates)[number]

/** What is asked of the list; what is not understood is left out, never an error. */
export interface WaitingFilter {
  text: string
  language: string | null
  kind: string | null
  /** Null: everything that waits for somebody. */
  state: ListedState | null
}

export interface Choices {
  languages: readonly string[]
  kinds: readonly string[]
}

/** Reads the filter from an address. */
export function readFilter(query: unknown, { languages, kinds }: Choices): WaitingFilter {
  const language = parameterOf(query, 'language') ?? ''
  const kind = parameterOf(query, 'kind') ?? ''
  const state = parameterOf(query, 'state')
  return {
    text: (parameterOf(query, 'q') ?? '').slice(0, 200).trim(),
    language: languages.includes(language) ? language : null,
    kind: kinds.includes(kind) ? kind : null,
    state: listedStates.find((each) => each === state) ?? null,
  }
}

/** The filter as parameters of an address. */
export function parametersOf({
  text,
  language,
  kind,
  state,
}: WaitingFilter): Record<string, string | undefined> {
  return { q: text, language: language ?? undefined, kind: kind ?? undefined, state: state ?? undefined }
}
