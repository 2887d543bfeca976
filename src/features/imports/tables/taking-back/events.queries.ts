import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** Of some events those that somebody has changed by their forms. */
export async function listEventsChanged(context: Context, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct record_id as id from contributions_version
    where record_kind = 'event' and record_id = any(${[...ids]}::uuid[])
  `.execute(context.database)
  return new Set(rows.map(({ id }) => id))
}
