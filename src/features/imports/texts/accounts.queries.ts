import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { Fact } from './facts/fact.ts'
import { listFactsById } from './facts/queries.ts'

const mostFacts = 500

/** The facts that one of two texts states and the other does not, or both do, by ids: those of the first text, in its order. */
export async function listFactsBeside(
  context: Context,
  textId: string,
  otherId: string,
  isShared: boolean,
): Promise<Fact[]> {
  const { rows } = await sql<{ id: string }>`
    select f.fact_id as id from imports_text_fact f
    where f.text_id = ${textId} and (exists (select 1 from imports_text_fact other
      where other.text_id = ${otherId} and other.signature = f.signature)) = ${isShared}
    order by f.position limit ${mostFacts}
  `.execute(context.database)
  return listFactsById(
    context,
    textId,
    rows.map(({ id }) => id),
  )
}
