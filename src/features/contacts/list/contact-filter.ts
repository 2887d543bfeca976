import { atMostOne, country, id, matching } from '../../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../../platform/input/list-filter.ts'
import { electionSince } from '../elections.ts'
import { postKinds } from '../legal.ts'
import { trades } from '../trades/trades.ts'

export const levels = ['1', '2', '3', '4'] as const
export const contactStates = ['vacant', 'six_months', 'year'] as const
export type ContactState = (typeof contactStates)[number]

/** What a list of contacts is narrowed to: the posts of an organisation, of a kind, with a trade, on a theme, in a state. */
export const contactFilter = listFilter({
  organisation: id(),
  kind: atMostOne(postKinds),
  trade: atMostOne(trades),
  country: country(),
  level: atMostOne(levels),
  // An unknown theme finds nothing, rather than everything.
  theme: matching(/./su),
  state: atMostOne(contactStates),
})
export type ContactFilter = FilterOf<typeof contactFilter>

export const noFilter: ContactFilter = contactFilter.read({})

/**
 * How old the confirmation of a post’s holder is: worth a look after half a year, to be asked for again after a year, and of an elected one
 * from the next local election on, however soon that was.
 */
export function freshness(
  post: Parameters<typeof electionSince>[0],
  confirmedAt: Date,
  now: Temporal.Instant,
): 'fresh' | ContactState {
  const age = (months: number) => {
    const limit = now.toZonedDateTimeISO('UTC').subtract({ months }).epochMilliseconds
    return confirmedAt.getTime() <= limit
  }
  return age(12) || electionSince(post, confirmedAt, now) !== null ? 'year' : age(6) ? 'six_months' : 'fresh'
}
