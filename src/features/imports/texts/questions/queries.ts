import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { Fact, FactValue } from '../facts/fact.ts'
import { listFactsById } from '../facts/queries.ts'

/** The facts of a text that leave open who is meant by a name, written just so. */
export async function listFactsNaming(context: Context, textId: string, name: string): Promise<Fact[]> {
  const { rows } = await sql<{ id: string }>`
    select fact_id as id from imports_text_fact
    where text_id = ${textId} and decided_at is null and question in ('party', 'actor') and (
      value ->> 'name' = ${name} or value -> 'party' ->> 'asWritten' = ${name}
      or exists (select 1 from jsonb_array_elements(case when part = 'tie' then value -> 'parties' else '[]' end) as party
        where party ->> 'asWritten' = ${name} and party ->> 'organisationId' is null))
  `.execute(context.database)
  return listFactsById(
    context,
    textId,
    rows.map(({ id }) => id),
  )
}

/** What belongs to a tie of a text. */
export async function listDependents(
  { database }: Context,
  tieId: string,
): Promise<{ id: string; value: FactValue }[]> {
  const { rows } = await sql<{ id: string; value: FactValue }>`
    select fact_id as id, value from imports_text_fact where tie_id = ${tieId} order by position
  `.execute(database)
  return rows
}
