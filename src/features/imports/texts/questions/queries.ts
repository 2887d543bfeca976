import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { Fact, FactValue, ParticipantValue } from '../facts/fact.ts'
import { listFactsById } from '../facts/queries.ts'

/** The facts of a text that leave open who is meant by exactly this name. */
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

/** The facts of a tie of a text. */
export async function listDependents(
  { database }: Context,
  tieId: string,
): Promise<{ id: string; value: FactValue }[]> {
  const { rows } = await sql<{ id: string; value: FactValue }>`
    select fact_id as id, value from imports_text_fact where tie_id = ${tieId} order by position
  `.execute(database)
  return rows
}

/** A passage of a text and the nearest passages of its section, titles above it included. */
export async function listPassagesNear(
  { database }: Context,
  textId: string,
  position: number,
): Promise<{ position: number; text: string }[]> {
  const { rows } = await sql<{ position: number; text: string }>`
    select near.position, near.text
    from imports_text_passage own join imports_text_passage near on near.text_id = own.text_id and near.heading <@ own.heading
    where own.text_id = ${textId} and own.position = ${position}
    order by abs(near.position - own.position), near.position limit ${most}
  `.execute(database)
  return rows
}

const most = 16

/** The fact of the same meeting about a person of a name; null if there is none. */
export async function lookUpNamesake(
  context: Context,
  { id, textId, tieId }: Fact,
  name: string,
): Promise<(Fact & { value: ParticipantValue }) | null> {
  const { rows } = await sql<{ id: string }>`
    select fact_id as id from imports_text_fact
    where text_id = ${textId} and tie_id = ${tieId} and fact_id <> ${id} and part = 'participant' and value ->> 'name' = ${name}
    order by position limit 1
  `.execute(context.database)
  const [found] = await listFactsById(
    context,
    textId,
    rows.map((row) => row.id),
  )
  return found?.value.part === 'participant' ? { ...found, value: found.value } : null
}
