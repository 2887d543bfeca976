import { parameterOf } from '../../../../platform/input/parameters.ts'
import { type Outcome, outcomes } from '../sending.ts'

/** What the readers of a sending are narrowed to. */
export interface OutcomeFilter {
  outcome: Outcome | null
  language: string | null
  country: string | null
  /** Part of an address, or of what a server said. */
  words: string
}

/** What an address asks for; what is no such thing is left aside. */
export function readOutcomeFilter(query: unknown): OutcomeFilter {
  const language = parameterOf(query, 'language') ?? ''
  const country = parameterOf(query, 'country') ?? ''
  return {
    outcome: outcomes.find((outcome) => outcome === parameterOf(query, 'outcome')) ?? null,
    language: /^[a-z]{2}$/.test(language) ? language : null,
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    words: (parameterOf(query, 'q') ?? '').slice(0, 100).trim(),
  }
}

/** The filter as parameters of an address. */
export function outcomeParameters({
  outcome,
  language,
  country,
  words,
}: OutcomeFilter): Record<string, string | undefined> {
  return {
    outcome: outcome ?? undefined,
    language: language ?? undefined,
    country: country ?? undefined,
    q: words || undefined,
  }
}
