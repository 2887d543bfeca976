import type { Context } from '../../../platform/context/context.ts'
import { zoneOf } from '../../../platform/dates/index.ts'
import { daysFrom, listSides, type Side } from '../../agenda/planning/index.ts'
import { listOrganisationsBySlug, type OrganisationRef } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { findFactsOf, type OrganisationFacts } from '../visit-note/queries.ts'
import { type TimeDifference, timeDifferences, zoneOfPlace } from './time-difference.ts'

/** The days of a visit: ISO, both included. */
export interface VisitDays {
  from: string
  to: string
}

/** A country from which one comes, and how far the hosts’ clock is ahead of its own. */
interface Coming {
  country: string
  zone: string
  differences: readonly TimeDifference[]
}

export interface VisitFacts extends VisitDays {
  /** What is known of the place and of its ties. */
  facts: OrganisationFacts
  /** The calendars of the hosts and of the other countries of the group, that of the hosts first. */
  sides: Side[]
  /** Where the hosts keep their hours. */
  zone: string
  comings: Coming[]
}

/** What a visit to a place needs to know, as known on the context’s day; 404 for an unknown place. */
export async function findVisit(
  context: Context,
  network: Network,
  slug: string,
  days: VisitDays,
): Promise<VisitFacts> {
  const facts = await findFactsOf(context, network, slug)
  const { country, codes } = facts.holder
  const others = network.countries.filter((each) => each !== country)
  const sides = await listSides(context, {
    countries: [country, ...others],
    ...days,
    knownOn: context.today,
    networkId: network.id,
    places: [slug],
  })
  // A French region has a number of its own; ISO names the overseas ones as their départements.
  const zone = zoneOfPlace(zoneOf(country), [
    ...(sides[0]?.regions ?? []),
    codes.iso?.slice('FR-'.length) ?? '',
  ])
  const all = daysFrom(days.from, days.to)
  return {
    ...days,
    facts,
    sides,
    zone,
    comings: others.map((each) => ({
      country: each,
      zone: zoneOf(each),
      differences: timeDifferences(all, zone, zoneOf(each)),
    })),
  }
}

/** The places among which a visitor chooses, in the order of their slugs as given; unknown ones are left out. */
export async function listPlaces(context: Context, slugs: readonly string[]): Promise<OrganisationRef[]> {
  const found = await listOrganisationsBySlug(context, [...slugs])
  return found.toSorted((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug))
}
