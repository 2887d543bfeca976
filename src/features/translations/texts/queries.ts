import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

/** The languages in which a network works. */
export async function listLanguages(context: Context, networkId: string): Promise<string[]> {
  const row = await context.database
    .selectFrom('networks_network')
    .select('languages')
    .where('network_id', '=', networkId)
    .executeTakeFirst()
  return row?.languages ?? []
}

/** The networks without an index. */
export async function listNetworksWithoutIndex(context: Context): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select network_id as id from networks_network n
    where not exists (select 1 from translations_record r where r.network_id = n.network_id)
    order by network_id
  `.execute(context.database)
  return rows.map(({ id }) => id)
}

/** The kinds of records in the index of each network. */
export async function listIndexedKinds(
  context: Context,
): Promise<{ networkId: string; kinds: readonly string[] }[]> {
  const { rows } = await sql<{ networkId: string; kinds: string[] }>`
    select network_id as "networkId", array_agg(distinct record_kind) as kinds from translations_record
    group by network_id order by network_id
  `.execute(context.database)
  return rows
}

/** The networks that know one record, which may be in several: an authority is. */
export async function listNetworksWith(
  context: Context,
  recordKind: string,
  recordId: string,
): Promise<string[]> {
  const rows = await context.database
    .selectFrom('translations_record')
    .select('network_id')
    .where('record_kind', '=', recordKind)
    .where('record_id', '=', recordId)
    .execute()
  return rows.map(({ network_id }) => network_id)
}
