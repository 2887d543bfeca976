import { isId } from '../../../platform/context/identifier.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { type PostKind, postKinds } from '../legal.ts'

/** All parameters that a list of contacts reads. */
export const contactParameters = ['organisation', 'kind', 'theme', 'state', 'done'] as const

export const contactStates = ['vacant', 'six_months', 'year'] as const
export type ContactState = (typeof contactStates)[number]

/** What a list of contacts is narrowed to. */
export interface ContactFilter {
  /** Id of an organisation. */
  organisation: string | null
  kind: PostKind | null
  theme: string | null
  state: ContactState | null
}

export const noFilter: ContactFilter = { organisation: null, kind: null, theme: null, state: null }

/** What an address asks for; what is no such thing is left aside. */
export function readContactFilter(query: unknown): ContactFilter {
  const organisation = parameterOf(query, 'organisation') ?? ''
  return {
    organisation: isId(organisation) ? organisation : null,
    kind: postKinds.find((kind) => kind === parameterOf(query, 'kind')) ?? null,
    theme: parameterOf(query, 'theme') || null,
    state: contactStates.find((state) => state === parameterOf(query, 'state')) ?? null,
  }
}

/** The filter as parameters of an address. */
export function filterParameters(filter: ContactFilter): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value ?? undefined]))
}

/** How old a confirmation is: worth a look after half a year, to be asked for again after a year. */
export function freshness(confirmedAt: Date, now: Temporal.Instant): 'fresh' | ContactState {
  const age = (months: number) => {
    const limit = now.toZonedDateTimeISO('UTC').subtract({ months }).epochMilliseconds
    return confirmedAt.getTime() <= limit
  }
  return age(12) ? 'year' : age(6) ? 'six_months' : 'fresh'
}
