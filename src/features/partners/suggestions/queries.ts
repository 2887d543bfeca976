import { scopeOf } from '../../../platform/activity/activity.ts'
import { QueryCache } from '../../../platform/activity/query-cache.ts'
import type { Context } from '../../../platform/context/context.ts'
import { type AskedFor, suggestFor } from './asked-for.ts'
import { listAuthorities } from './authorities.queries.ts'
import { type KnowledgeAsked, listKnowledge } from './knowledge.queries.ts'
import type { Profile } from './profile.ts'
import { tabulate } from './profile-table.ts'
import { makeRanker, type Ranker } from './rank.ts'
import { type Suggestions, type SuggestionsAsked, suggest } from './suggest.ts'

/** Of a network, as much as suggestions need. */
export interface SuggestingNetwork {
  id: string
  countries: readonly string[]
}

const kept = new QueryCache<Ranker>(6)

/** What pairs of a network’s countries are measured with; kept while nothing of the network or the directory changes. */
export function findRanker(context: Context, network: SuggestingNetwork): Promise<Ranker> {
  const key = `${[...network.countries].sort().join(' ')} ${context.today}`
  return kept.find(context, [scopeOf(null), scopeOf(network.id)], key, async () =>
    makeRanker(tabulate(await listProfiles(context, network))),
  )
}

/** Every authority of a network’s countries, with all that is known of it on the context’s day. */
export async function listProfiles(
  context: Context,
  network: SuggestingNetwork,
  visit: KnowledgeAsked = {},
): Promise<Profile[]> {
  const [authorities, knowledge] = await Promise.all([
    listAuthorities(context, network.countries),
    listKnowledge(context, network.id, visit),
  ])
  return authorities.map((profile) => {
    const known = knowledge.get(profile.id)
    return known ? { ...profile, ...known } : profile
  })
}

/** The best partners of an authority on the other sides of a network, with their reasons; null for what is no authority of it today. */
export async function lookUpSuggestions(
  context: Context,
  network: SuggestingNetwork,
  organisationId: string,
  visit: SuggestionsAsked,
): Promise<Suggestions | null> {
  return suggest(await findRanker(context, network), organisationId, visit)
}

/** The members that would suit one wish or one expectation best, with their reasons; null without one. */
export async function lookUpMembersFor(
  context: Context,
  network: SuggestingNetwork,
  asked: AskedFor,
  chosen: { among: ReadonlySet<string>; limit: number },
): Promise<Suggestions | null> {
  return suggestFor(await findRanker(context, network), asked, chosen)
}
