import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import {
  bareName,
  fold,
  nearness,
  queryPlan,
  searchText,
  skeleton,
  skeletonNeighbours,
} from '../../../platform/search/index.ts'
import { expandAbbreviations } from './abbreviations.ts'
import {
  listBeginning,
  listContaining,
  listNamesakes,
  listSounding,
  type NameRow,
  type NamesAmong,
} from './names.queries.ts'
import { wholeCountries } from './whole-countries.ts'

export interface GazetteerQuery extends NamesAmong {
  text: string
  /** At most this many answers, 1 to 100. */
  limit: number
}

export interface GazetteerHit {
  id: string
  /** 1 = exactly this name; above 0.5 = contains the words; below = only similar. */
  score: number
  /** The name by which it was found. */
  found: string
}

export interface GazetteerAnswer {
  hits: GazetteerHit[]
  /** Several different organisations have exactly this name: ask which one is meant. */
  asksWhich: boolean
  /** Nothing contains these words; the hits are only similar. */
  approximate: boolean
}

/**
 * Finds organisations by name, best first: exactly this name, names that begin with it, names that contain its words, and only when
 * nothing matched, names with a similar spelling or romanisation.
 */
export async function listMatches(context: Context, query: GazetteerQuery): Promise<GazetteerAnswer> {
  if (queryPlan(query.text).kind === 'empty') return { hits: [], asksWhich: false, approximate: false }
  const { bare, kindHint } = bareName(query.text.slice(0, 200))
  const folded = expandAbbreviations(fold(query.text.slice(0, 200)))
  const whole = expandAbbreviations(fold(bare))
  const found = new Map<string, GazetteerHit & { weight: number }>()
  const add = (rows: NameRow[], scoreOf: (row: NameRow) => number) => {
    for (const row of rows) {
      const hit = {
        id: row.id,
        found: row.text,
        weight: row.exists ? row.weight : row.weight / 20,
        score: scoreOf(row),
      }
      if (hit.score > (found.get(row.id)?.score ?? 0)) found.set(row.id, hit)
    }
  }

  const plain = expandAbbreviations(fold(bareWords(query.text)))
  const most = query.limit * 3
  // « Paris » means the city rather than what remains of « Métropole de Paris ».
  add(
    await listNamesakes(context, query, [folded, whole, plain], 200),
    (row) =>
      (row.folded === folded && row.nameKind !== 'bare' ? 1 : 0.9) + (kindHint.includes(row.kind) ? 0.05 : 0),
  )
  if (found.size < query.limit) add(await listBeginning(context, query, folded, most), () => 0.8)
  if (found.size < query.limit) add(await listHolding(context, query, query.text, most), () => 0.7)
  if (found.size === 0) add(await listHolding(context, query, plain, most), () => 0.65)
  const approximate = found.size === 0
  if (approximate) {
    const alike = await listAlike(context, query, whole || folded)
    add(alike, (row) => (row.nameKind === 'bare' ? 0.48 : 0.5) * nearness(whole || folded, row.folded))
  }

  const sorted = [...found.values()]
    .filter((hit) => hit.score > 0.25)
    .sort((a, b) => b.score - a.score || b.weight - a.weight)
  const hits = await withoutPastLives(context, sorted)
  return {
    hits: hits.slice(0, query.limit).map(({ id, score, found: name }) => ({
      id,
      found: name,
      score: Math.min(1, Math.round(score * 1000) / 1000),
    })),
    asksWhich: asksWhich(hits),
    approximate: approximate && hits.length > 0,
  }
}

// A name shared with a place thirty times smaller raises no doubt: La Rochelle is not the village in Haute-Saône.
const clearlyLarger = 30

function asksWhich(hits: (GazetteerHit & { weight: number })[]): boolean {
  const [first, second] = hits
  if (!first || !second || first.score < 0.9 || second.score !== first.score) return false
  return first.weight < second.weight * clearlyLarger
}

// Muju before and after its code changed is one county: of those with exactly this name, the successor represents both.
async function withoutPastLives<T extends GazetteerHit>(context: Context, hits: T[]): Promise<T[]> {
  const namesakes = hits
    .filter((hit) => hit.score >= 0.9)
    .slice(0, 100)
    .map((hit) => hit.id)
  if (namesakes.length < 2) return hits
  const { rows } = await sql<{ id: string }>`
    select predecessor_id as id from directory_succession
    where predecessor_id = any(${namesakes}::uuid[]) and successor_id = any(${namesakes}::uuid[])
  `.execute(context.database)
  const past = new Set(rows.map((row) => row.id))
  return hits.filter((hit) => !past.has(hit.id))
}

/** Organisations whose names contain all the words of a text, found by the name that contains most of them. */
async function listHolding(
  context: Context,
  among: NamesAmong,
  text: string,
  most: number,
): Promise<NameRow[]> {
  const plan = queryPlan(text)
  if (plan.kind !== 'match') return []
  const rows = await listContaining(context, among, plan, most)
  return rows.map((row) => ({ ...row, text: bestOf(row.names, plan.words) ?? row.text }))
}

function bestOf(names: LocalizedName[], words: string[]): string | undefined {
  const searched = words.some((word) => /[ㄱ-ㅎ]/.test(word)) ? (name: string) => searchText([name]) : fold
  const weighed = names
    .flatMap((each) => Object.values(each))
    .map((name) => ({ name, held: words.filter((word) => searched(name).includes(word)).length }))
  return weighed.sort((a, b) => b.held - a.held)[0]?.name
}

// 부산광역시 서구 is found as 부산 서구: officials write the kind of each part, but indexed names keep only that of the last.
function bareWords(text: string): string {
  const words = text.slice(0, 200).split(/\s+/)
  const bare = words.map((word) => bareName(word).bare).join(' ')
  return words.length > 1 && bare !== words.join(' ') ? bare : ''
}

// Confusing one first consonant or vowel with another changes the sounds: unless a name is very near, names one such slip away count too.
const veryNear = 0.63

async function listAlike(context: Context, among: NamesAmong, folded: string): Promise<NameRow[]> {
  const key = skeleton(folded)
  if (key.length < 2) return []
  const same = await listSounding(context, among, [key], { ofKey: 300, inAll: 300 })
  const isInitials = /^[ㄱ-ㅎ ]+$/.test(folded)
  if (same.some((row) => isInitials || nearness(folded, row.folded) > veryNear)) return same
  return [
    ...same,
    ...(await listSounding(context, among, skeletonNeighbours(key), { ofKey: 10, inAll: 400 })),
  ]
}

/**
 * Names the countries that the directory should hold and lacks, and what to do about it, in a sentence for operators; null where
 * none is missing.
 */
export async function lookUpMissing({ database }: Context): Promise<string | null> {
  const editions = await database.selectFrom('directory_dataset').select('name').execute()
  const missing = wholeCountries.filter((country) => !editions.some(({ name }) => name === country))
  return missing.length > 0
    ? `${missing.join(' and ')} missing: start the server once, which loads them`
    : null
}
