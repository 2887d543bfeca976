import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import type { FoundName } from './organisation-names.ts'

interface Named {
  organisationId: string
  names: FoundName[]
  /** Which of two organisations of one name comes first. */
  weight: number
}

/** Writes anew every name that some organisations are found by. One statement for all of them: reference files have 40,000 rows. */
export async function replaceNames(context: Context, named: Named[]): Promise<void> {
  const ids = named.map(({ organisationId }) => organisationId)
  const rows = named.flatMap(({ organisationId, names, weight }) =>
    names.map((name, position) => ({ ...name, organisation_id: organisationId, position, weight })),
  )
  await sql`delete from directory_name where organisation_id = any(${ids}::uuid[])`.execute(context.database)
  await sql`
    insert into directory_name (organisation_id, position, language, kind, text, folded, start, skeleton, weight)
    select organisation_id, position, language, kind, text, folded, start, skeleton, weight
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      organisation_id uuid, position smallint, language text, kind text, text text, folded text, start text,
      skeleton text, weight integer
    )
  `.execute(context.database)
}
