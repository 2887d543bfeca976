import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'

/** Kinds of events that are visits. */
export const visitKinds = [
  'mission',
  'delegation_received',
  'study_visit',
  'job_shadowing',
  'residency',
] as const

/** From the country of those who come to the country of those who receive them. */
export interface Direction {
  from: string
  to: string
}

/** What the agenda says of who is where, as countries: each of them once for every organisation. */
export interface Presence {
  hosts: readonly string[]
  /** Where it takes place; null where nobody says. */
  place: string | null
  /** Where its stops are. */
  stops: readonly string[]
  /** Those who take part without receiving anybody. */
  others: readonly string[]
}

/** A visit that has taken place, or several that one event counts for. */
export interface Visit {
  id: string
  slug: string
  title: LocalizedText
  happens: string | null
  words: LocalizedText
  /** The year in which it took place; null where the date leaves it open. */
  year: number | null
  count: number
  /** Null for unknown. */
  direction: Direction | null
  cooperationIds: readonly string[]
}

/**
 * The direction of a visit, where the agenda gives both sides: one country receives, and those who come are of one other. Anything less is
 * unknown; it is never guessed from the kind of event.
 */
export function directionOf({ hosts, place, stops, others }: Presence): Direction | null {
  const to = only(hosts) ?? place ?? only(stops)
  if (to === null) return null
  const from = only([...others, ...hosts].filter((country) => country !== to))
  return from === null ? null : { from, to }
}

/** The year of a date of which first and last day are known; null where it may be another one. */
export function yearOf(startsOn: string | null, endsOn: string | null): number | null {
  const [from, to] = [startsOn?.slice(0, 4), endsOn?.slice(0, 4)]
  return from !== undefined && from === to ? Number(from) : null
}

function only(countries: readonly string[]): string | null {
  const [first, ...others] = new Set(countries)
  return first !== undefined && others.length === 0 ? first : null
}
