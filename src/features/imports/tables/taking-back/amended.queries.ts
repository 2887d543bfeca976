import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { Change } from '../../../../platform/records/difference.ts'
import type { Amended } from '../running/made.ts'

/** What an import changed in records of a kind that existed before it, row by row. */
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
  // JSON keeps nothing of what is undefined.
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
