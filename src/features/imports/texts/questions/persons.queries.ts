import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { Fact, ParticipantValue } from '../facts/fact.ts'
import { listFactsById } from '../facts/queries.ts'

/** The fact of the same meeting about somebody of a name; null where nobody has it. */
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
