import { scopeOf } from '../../../platform/activity/activity.ts'
import { KeptAnswers } from '../../../platform/activity/kept-answers.ts'
import type { Context } from '../../../platform/context/context.ts'
import { listAuthorities } from './authorities/queries.ts'
import { type KnowledgeAsked, listKnowledge } from './knowledge/queries.ts'
import type { Profile } from './profile.ts'
import { tabulate } from './profile-table.ts'
import { type Measured, makeRanker, type Ranker, type Weighing } from './rank.ts'
import { type Explanation, explain } from './reason.ts'
import { weights } from './weights.ts'

/** Of a network, as much as suggestions need. */
export interface SuggestingNetwork {
  id: string
  countries: readonly string[]
}

/** Which partners are wanted. */
export interface SuggestionsAsked {
  limit: number
  /** Of this country alone. */
  country?: string | undefined
  /** Among these authorities alone: the members of a network. */
  among?: ReadonlySet<string> | undefined
}

export interface Suggestion extends Measured {
  id: string
  explanation: Explanation
  isTied: boolean
}

export interface Suggestions {
  own: Profile
  /** The best first, without those with whom there is a tie. */
  best: Suggestion[]
  /** Those with whom there is a tie already, as they would be ranked. */
  tied: Suggestion[]
  /** Among how many one looked. */
  candidates: number
}

const kept = new KeptAnswers<Ranker>(6)

/** What pairs of a network’s countries are measured with; kept while nothing of the network or the directory changes. */
export function openRanker(context: Context, network: SuggestingNetwork): Promise<Ranker> {
  const key = `${[...network.countries].sort().join(' ')} ${context.today}`
  return kept.find(context, [scopeOf(null), scopeOf(network.id)], key, async () =>
    makeRanker(tabulate(await listProfiles(context, network))),
  )
}

/** Every authority of a network’s countries, with all that is known of it on the context’s day. */
export async function listProfiles(
  context: Context,
  network: SuggestingNetwork,
  asked: KnowledgeAsked = {},
): Promise<Profile[]> {
  const [authorities, knowledge] = await Promise.all([
    listAuthorities(context, network.countries),
    listKnowledge(context, network.id, asked),
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
  asked: SuggestionsAsked,
): Promise<Suggestions | null> {
  return suggest(await openRanker(context, network), organisationId, asked)
}

/** The same of a table that is there already. */
export function suggest(
  ranker: Ranker,
  organisationId: string,
  { limit, country, among }: SuggestionsAsked,
  weighing: Weighing = weights,
): Suggestions | null {
  const { table } = ranker.measuring
  const ownRow = table.rowOf.get(organisationId)
  const own = ownRow === undefined ? undefined : table.profiles[ownRow]
  if (ownRow === undefined || !own) return null
  const rows = table.profiles.flatMap((profile, row) =>
    profile.country !== own.country &&
    (country === undefined || profile.country === country) &&
    (among === undefined || among.has(profile.id))
      ? [row]
      : [],
  )
  const partners = new Set(own.ties.map(({ partnerId }) => partnerId))
  const isTied = (row: number) => partners.has(table.profiles[row]?.id ?? null)
  const describe = (measured: Measured): Suggestion => ({
    ...measured,
    id: table.profiles[measured.other]?.id ?? '',
    isTied: isTied(measured.other),
    explanation: explain(ranker, weighing, ownRow, measured.other),
  })
  return {
    own,
    best: ranker
      .rank(
        ownRow,
        rows.filter((row) => !isTied(row)),
        limit,
      )
      .map(describe),
    tied: ranker.rank(ownRow, rows.filter(isTied), limit).map(describe),
    candidates: rows.length,
  }
}
