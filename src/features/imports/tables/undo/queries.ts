import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { Change } from '../../../../platform/records/difference.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import type { Amended } from '../running/made.ts'

/** Those of some cooperations that people have changed since they were added. */
export async function listChangedSince(context: Context, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select c.cooperation_id as id from registry_cooperation c
    where c.cooperation_id = any(${[...ids]}::uuid[]) and (
      exists (select from contributions_record r where r.record_kind = 'cooperation' and r.record_id = c.cooperation_id)
      or exists (select from registry_confirmation f where f.cooperation_id = c.cooperation_id)
      or exists (select from registry_confirmation_request q where q.cooperation_id = c.cooperation_id)
    )
  `.execute(context.database)
  return new Set(rows.map(({ id }) => id))
}

/** The network of an import, as records know it. */
export async function findRecordNetwork({ database }: Context, networkId: string): Promise<RecordNetwork> {
  return database
    .selectFrom('networks_network')
    .select(['network_id as id', 'slug', 'countries', 'languages'])
    .where('network_id', '=', networkId)
    .executeTakeFirstOrThrow()
}

/** Those of some events that people have changed by their forms. */
export async function listEventsChanged(context: Context, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct record_id as id from contributions_version
    where record_kind = 'event' and record_id = any(${[...ids]}::uuid[])
  `.execute(context.database)
  return new Set(rows.map(({ id }) => id))
}

/** Those of some posts that still exist. */
export async function listStoredPosts(
  { database }: Context,
  postIds: readonly string[],
): Promise<Set<string>> {
  if (postIds.length === 0) return new Set()
  const rows = await database
    .selectFrom('contacts_post')
    .select('post_id')
    .where('post_id', 'in', [...postIds])
    .execute()
  return new Set(rows.map(({ post_id }) => post_id))
}

/** What an import changed in earlier records of a kind, row by row. */
export async function listAmended(
  { database }: Context,
  importId: string,
  kind: Amended['kind'],
): Promise<(Omit<Amended, 'kind'> & { at: string })[]> {
  const { rows } = await sql<{
    id: string
    row: number
    changes: { path: string[]; language: string | null; before?: Change['before']; after?: Change['after'] }[]
    evidenceIds: string[]
    at: string
  }>`
    select subject_id as id, row_number as row, changes, evidence_ids as "evidenceIds", amended_at::text as at from imports_amended
    where import_id = ${importId} and subject_kind = ${kind}
    order by subject_id, row_number
  `.execute(database)
  // JSON drops undefined values.
  return rows.map(({ changes, ...row }) => ({
    ...row,
    changes: changes.map((change) => ({ before: undefined, after: undefined, ...change })),
  }))
}

/** How many records an import changed, by kind. */
export async function countAmended(
  { database }: Context,
  importId: string,
): Promise<Record<Amended['kind'], number>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select subject_kind as kind, count(distinct subject_id)::int as count from imports_amended
    where import_id = ${importId} group by 1
  `.execute(database)
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0
  return { cooperation: of('cooperation'), organisation: of('organisation'), holder: of('holder') }
}
