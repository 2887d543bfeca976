import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import {
  bareName,
  fold,
  nearness,
  queryPlan,
  skeleton,
  skeletonNeighbours,
} from '../../../platform/search/index.ts'
import { expandAbbreviations } from './abbreviations.ts'

export interface GazetteerQuery {
  text: string
  country?: string
  kind?: string
  /** Only what existed on this ISO day. */
  on?: string
  /** At most this many answers, 1 to 100. */
  limit: number
}

export interface GazetteerHit {
  id: string
  /** 1 = the very name; above 0.5 = the words occur; below = only alike. */
  score: number
  /** The name by which it was found. */
  found: string
}

export interface GazetteerAnswer {
  hits: GazetteerHit[]
  /** Several different organisations bear exactly this name: ask which one is meant. */
  asksWhich: boolean
  /** Nothing bears these words; the hits are only alike. */
  approximate: boolean
}

interface NameRow {
  id: string
  text: string
  folded: string
  weight: number
  kind: string
  nameKind: string
  /** Existed on the context's day. */
  exists: boolean
}

/**
 * Finds organisations by name, best first: the very name, names that begin with it, names that contain its words,
 * and only when nothing did, names that are spelt or romanised alike.
 */
export async function listMatches(context: Context, query: GazetteerQuery): Promise<GazetteerAnswer> {
  const plan = queryPlan(query.text)
  if (plan.kind === 'empty') return { hits: [], asksWhich: false, approximate: false }
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

  const exact = await listNames(context, query, sql`n.folded = any(${[folded, whole]}::text[])`, 200)
  // « Paris » is the city before it is what remains of « Métropole de Paris ».
  add(
    exact,
    (row) =>
      (row.folded === folded && row.nameKind !== 'bare' ? 1 : 0.9) + (kindHint.includes(row.kind) ? 0.05 : 0),
  )
  if (found.size < query.limit) add(await listBeginning(context, query, folded), () => 0.8)
  if (found.size < query.limit && plan.kind === 'match')
    add(await listContaining(context, query, plan), () => 0.7)
  const approximate = found.size === 0
  if (approximate)
    add(
      await listAlike(context, query, whole || folded),
      (row) => 0.5 * nearness(whole || folded, row.folded),
    )

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

// Muju before and after its code changed is one county: of those that bear the very name, the successor stands for both.
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

// Which letters make the index of beginnings: see startLength in organisation-names.
async function listBeginning(context: Context, query: GazetteerQuery, folded: string): Promise<NameRow[]> {
  const short = /^\p{Script=Hangul}/u.test(folded) ? 1 : 3
  if (folded.length < short) return []
  const start = folded.slice(0, short)
  if (folded.length === short) return listNames(context, query, sql`n.start = ${start}`, query.limit * 3)
  return listNames(
    context,
    query,
    sql`n.folded >= ${folded} and n.folded < ${`${folded}\u{10ffff}`}`,
    query.limit * 3,
  )
}

async function listContaining(
  context: Context,
  query: GazetteerQuery,
  plan: { grams: string[]; likes: string[] },
): Promise<NameRow[]> {
  const recheck = sql.join(
    plan.likes.map((like) => sql`o.search like ${like}`),
    sql` and `,
  )
  const { rows } = await sql<NameRow>`
    select o.organisation_id as id, o.slug as text, '' as folded, o.kind, 'search' as "nameKind", coalesce(o.population, 0) as weight, ${existence(context)} as exists
    from directory_organisation o
    where o.grams @> ${plan.grams}::text[] and ${recheck} ${limits(query)}
    limit ${query.limit * 3}
  `.execute(context.database)
  return rows
}

async function listAlike(context: Context, query: GazetteerQuery, folded: string): Promise<NameRow[]> {
  const key = skeleton(folded)
  if (key.length < 2) return []
  const same = await listNames(context, query, sql`n.skeleton = ${key}`, 300)
  const isInitials = /^[ㄱ-ㅎ ]+$/.test(folded)
  if (same.some((row) => isInitials || nearness(folded, row.folded) > 0.6)) return same
  return [
    ...same,
    ...(await listNames(context, query, sql`n.skeleton = any(${skeletonNeighbours(key)}::text[])`, 500)),
  ]
}

async function listNames(
  context: Context,
  query: GazetteerQuery,
  condition: ReturnType<typeof sql>,
  most: number,
): Promise<NameRow[]> {
  const { rows } = await sql<NameRow>`
    select n.organisation_id as id, n.text, n.folded, n.weight, o.kind, n.kind as "nameKind", ${existence(context)} as exists
    from directory_name n
    join directory_organisation o on o.organisation_id = n.organisation_id
    where ${condition} ${limits(query)}
    order by n.weight desc
    limit ${most}
  `.execute(context.database)
  return rows
}

function existence(context: Context) {
  return sql`((o.valid_from is null or o.valid_from <= ${context.today}) and (o.valid_until is null or o.valid_until > ${context.today}))`
}

function limits(query: GazetteerQuery) {
  return sql`
    ${query.country ? sql`and o.country = ${query.country}` : sql``}
    ${query.kind ? sql`and o.kind = ${query.kind}` : sql``}
    ${query.on ? sql`and (o.valid_from is null or o.valid_from <= ${query.on}) and (o.valid_until is null or o.valid_until > ${query.on})` : sql``}
  `
}
