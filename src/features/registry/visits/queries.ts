import type { Context } from '../../../platform/context/context.ts'
import { zoneOf } from '../../../platform/dates/index.ts'
import { daysFrom, listSides, type Side } from '../../agenda/planning/index.ts'
import type { Network } from '../../networks/index.ts'
import { findFactsOf, type OrganisationFacts } from '../visit-note/queries.ts'
import { type TimeDifference, timeDifferences, zoneOfPlace } from './time-difference.ts'

export interface VisitFacts {
  /** ISO days, both included. */
  from: string
  to: string
  /** What is known of the place and of its ties. */
  facts: OrganisationFacts
  /** The calendars of the hosts and of the other countries of the group. */
  sides: Side[]
  /** Where the hosts keep their hours. */
  zone: string
  /** The zones from which one comes, and how far the hosts’ clock is ahead of each. */
  comings: { zone: string; differences: readonly TimeDifference[] }[]
}

/** What a visit to a place needs to know, as known on the context’s day; 404 for an unknown place. */
export async function findVisit(
  context: Context,
  network: Network,
  { place, from, to }: { place: string; from: string; to: string },
): Promise<VisitFacts> {
  const facts = await findFactsOf(context, network, place)
  const { country, codes } = facts.holder
  const others = network.countries.filter((each) => each !== country)
  const known = { knownOn: context.today, networkId: network.id, places: [place] }
  const sides = await listSides(context, { countries: [country, ...others], from, to, ...known })
  // A French region has a number of its own; ISO names the overseas ones as their départements.
  const regions = [...(sides[0]?.regions ?? []), codes.iso?.slice('FR-'.length) ?? '']
  const zone = zoneOfPlace(zoneOf(country), regions)
  const days = daysFrom(from, to)
  const comings = others
    .map(zoneOf)
    .map((visitors) => ({ zone: visitors, differences: timeDifferences(days, zone, visitors) }))
  return { from, to, facts, sides, zone, comings }
}
