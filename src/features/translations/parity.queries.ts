import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import type { IndexedState } from './texts/text-rows.ts'

/** How many texts there are in one language, by state, and the share on which its readers can rely. */
export interface LanguageParity {
  language: string
  counts: Record<IndexedState, number>
  total: number
  /** The share of original and reviewed texts, from 0 to 1; 1 if there is no text. */
  rate: number
}

export interface Among {
  recordKind?: string
  recordId?: string
}

/** The parity of a network’s languages, for one kind of record or for one record, in the network’s order. */
export async function findParity(
  context: Context,
  networkId: string,
  { recordKind, recordId }: Among = {},
): Promise<LanguageParity[]> {
  const { rows } = await sql<{ language: string; counts: Partial<Record<IndexedState, number>> }>`
    select spoken.language, coalesce(jsonb_object_agg(counted.state, counted.count) filter (where counted.state is not null), '{}') as counts
    from networks_network n
      cross join lateral unnest(n.languages) with ordinality as spoken (language, place)
      left join (
        select language, state, count(*)::int as count from translations_text
        where network_id = ${networkId} and known_on <= ${context.today}
          ${recordKind === undefined ? sql`` : sql`and record_kind = ${recordKind}`}
          ${recordId === undefined ? sql`` : sql`and record_id = ${recordId}`}
        group by language, state
      ) as counted on counted.language = spoken.language
    where n.network_id = ${networkId}
    group by spoken.language, spoken.place
    order by spoken.place
  `.execute(context.database)
  return rows.map(({ language, counts }) => measure(language, { ...none, ...counts }))
}

const none = { original: 0, reviewed: 0, machine: 0, stale: 0, missing: 0 }

function measure(language: string, counts: Record<IndexedState, number>): LanguageParity {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { language, counts, total, rate: total === 0 ? 1 : (counts.original + counts.reviewed) / total }
}
