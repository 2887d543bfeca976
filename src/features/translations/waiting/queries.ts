import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { queryPlan } from '../../../platform/search/index.ts'
import type { IndexedState } from '../texts/text-rows.ts'
import type { WaitingFilter } from './waiting-filter.ts'

/** One language of a text, with its original and its record. */
export interface ListedText {
  id: string
  recordKind: string
  recordId: string
  path: string
  language: string
  state: IndexedState
  text: string
  originalLanguage: string
  original: string
  label: LocalizedName
  address: string
  machineBy: string | null
  changedAt: Date
}

/**
 * The texts that match a filter: those that people wait for first, in the order in which they asked; then stale ones, machine translations
 * and missing ones, those that wait longest first.
 */
export async function listWaiting(
  context: Context,
  networkId: string,
  filter: WaitingFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedText[]> {
  const wanted = conditions(context, networkId, filter)
  // Few are asked for; of the others an index gives the first in their order.
  const { rows } = await sql<ListedText>`
    with asked as (
      select r.record_kind, r.record_id, r.path, r.language, min(r.asked_at) as asked_at from translations_request r
      where r.network_id = ${networkId} and r.ready_at is null group by r.record_kind, r.record_id, r.path, r.language
    ),
    first as (
      select t.text_id, asked.asked_at from asked join translations_text t
        on ${wanted} and t.record_kind = asked.record_kind and t.record_id = asked.record_id and t.path = asked.path
          and t.language = asked.language
    ),
    others as (
      select t.text_id from translations_text t where ${wanted} and t.text_id not in (select text_id from first)
      order by ${order} limit ${limit + offset}
    ),
    chosen as (
      select listed.text_id, listed.asked_at
      from (select text_id, asked_at from first union all select text_id, null from others) as listed
      join translations_text t on t.text_id = listed.text_id
      order by listed.asked_at nulls last, ${order} limit ${limit} offset ${offset}
    )
    select ${selectListedColumns} from chosen join translations_text t on t.text_id = chosen.text_id ${selectWithOriginal}
    order by chosen.asked_at nulls last, ${order}
  `.execute(context.database)
  return rows
}

/** How many texts match a filter, counted up to `most`. */
export async function countWaiting(
  context: Context,
  networkId: string,
  filter: WaitingFilter,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from translations_text t where ${conditions(context, networkId, filter)} limit ${most}
    ) as counted
  `.execute(context.database)
  return onlyRow(rows).count
}

// Keeps together the texts of one record that have waited equally long.
const order = sql`t.waits nulls last, t.changed_at, t.record_id, t.path, t.text_id`

export const selectListedColumns = sql`
  t.text_id as id, t.record_kind as "recordKind", t.record_id as "recordId", t.path, t.language, t.state, t.text,
  t.original_language as "originalLanguage", o.text as original, r.label, r.address, t.machine_by as "machineBy",
  t.changed_at as "changedAt"`

export const selectWithOriginal = sql`
  join translations_text o on o.network_id = t.network_id and o.record_kind = t.record_kind and o.record_id = t.record_id
    and o.path = t.path and o.language = t.original_language
  join translations_record r on r.network_id = t.network_id and r.record_kind = t.record_kind and r.record_id = t.record_id`

function conditions(
  { today }: Context,
  networkId: string,
  { q, language, kind, state }: WaitingFilter,
): RawBuilder<unknown> {
  const plan = queryPlan(q)
  return sql.join(
    [
      sql`t.network_id = ${networkId} and t.known_on <= ${today}`,
      // A language of a text that is none of the network’s waits for no translator.
      language === null
        ? sql`t.language = any((select n.languages from networks_network n where n.network_id = ${networkId})::text[])`
        : sql`t.language = ${language}`,
      ...(kind === null ? [] : [sql`t.record_kind = ${kind}`]),
      state === null ? sql`t.waits is not null` : sql`t.state = ${state}`,
      ...(plan.kind === 'match'
        ? [sql`t.grams @> ${plan.grams}::text[]`, ...plan.likes.map((like) => sql`t.search like ${like}`)]
        : plan.kind === 'tooShort'
          ? [sql`t.search like ${`% ${plan.prefix}%`}`]
          : []),
    ],
    sql` and `,
  )
}
