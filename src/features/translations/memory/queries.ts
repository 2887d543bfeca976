import { sql } from 'kysely'
import type { Actor } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { fold, grams } from '../../../platform/search/index.ts'
import { mayTranslate } from '../../networks/index.ts'
import { bandsOf, likeness, sentencesOf } from './align.ts'

export interface Suggestion {
  /** The sentence of the text that it helps to translate. */
  sentence: string
  source: string
  target: string
  /** From 0 to 1; 1 only for the very same sentence. */
  likeness: number
  record: { label: LocalizedName; network: string; address: string }
}

export interface Wanted {
  networkId: string
  text: string
  from: string
  to: string
}

// Below, a suggestion costs more to read than it saves.
const leastLikeness = 0.7
const mostSentences = 12
const mostSuggestions = 6
// Those that share the most bands: the others are less similar.
const mostCandidates = 60

/**
 * Earlier translations by people of texts similar to this one or to one of its sentences, the most similar first. Only from networks in
 * which the reader translates; machine translations only if a person has reviewed them.
 */
export async function listSuggestions(
  context: Context,
  { networkId, text, from, to }: Wanted,
): Promise<Suggestion[]> {
  const wanted = [...new Set([text.trim(), ...sentencesOf(text).slice(0, mostSentences)])].map(
    (sentence) => ({
      sentence,
      grams: new Set(grams(fold(sentence))),
    }),
  )
  const bands = [...new Set(wanted.flatMap((each) => bandsOf([...each.grams])))]
  if (bands.length === 0) return []
  const candidates = await listCandidates(context, { networkId, from, to, bands })
  const compared = candidates.map((candidate) => ({
    candidate,
    grams: new Set(grams(fold(candidate.source))),
  }))
  const found = wanted.flatMap(({ sentence, grams: own }) =>
    compared
      .map(({ candidate, grams: other }) => ({
        sentence,
        ...candidate,
        likeness: candidate.source === sentence ? 1 : Math.min(likeness(own, other), 0.99),
      }))
      .filter((each) => each.likeness >= leastLikeness),
  )
  return best(found)
}

type Candidate = Pick<Suggestion, 'source' | 'target' | 'record'>

async function listCandidates(
  context: Context,
  { networkId, from, to, bands }: { networkId: string; from: string; to: string; bands: number[] },
): Promise<Candidate[]> {
  const ask = async (database: Context['database']) => {
    // The planner assumes that searching every array costs nothing, and would read the whole table. Other conditions are outside of `offset
    // 0`, so that no other index replaces that of the bands.
    await sql`set local enable_seqscan = off`.execute(database)
    const { rows } = await sql<Candidate>`
      with likeliest as (
        select m.memory_id
        from (
          select memory_id, network_id, from_language, to_language, known_on, bands from translations_memory
          where bands && ${bands}::integer[] offset 0
        ) as m
          cross join lateral unnest(m.bands) as own (band) join unnest(${bands}::integer[]) as wanted (band) on wanted.band = own.band
        where m.network_id = any(${networksOf(context.actor, networkId)}::uuid[])
          and m.from_language = ${from} and m.to_language = ${to} and m.known_on <= ${context.today}
        group by m.memory_id order by count(*) desc, m.memory_id limit ${mostCandidates}
      )
      select m.source, m.target, jsonb_build_object('label', r.label, 'address', r.address, 'network', n.slug) as record
      from likeliest join translations_memory m on m.memory_id = likeliest.memory_id
        join translations_record r on r.network_id = m.network_id and r.record_kind = m.record_kind and r.record_id = m.record_id
        join networks_network n on n.network_id = m.network_id
    `.execute(database)
    return rows
  }
  return context.database.isTransaction ? ask(context.database) : context.database.transaction().execute(ask)
}

function networksOf(actor: Actor, networkId: string): string[] {
  const own = actor.kind === 'person' ? actor.holdings.map((holding) => holding.networkId) : []
  return [...new Set([networkId, ...own.filter((each) => mayTranslate(actor, each))])]
}

// Each translation once for a sentence; the whole text and its only sentence are one.
function best(found: Suggestion[]): Suggestion[] {
  const seen = new Set<string>()
  return found
    .toSorted((a, b) => b.likeness - a.likeness || a.source.length - b.source.length)
    .filter(({ target }) => !seen.has(target) && seen.add(target))
    .slice(0, mostSuggestions)
}
