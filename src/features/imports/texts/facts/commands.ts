import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import type { PlacedFact } from '../reading/facts-of-reading.ts'
import type { Suggester } from './fact.ts'

/** Inserts facts, from a place among those of their text on. */
export async function insertFacts(
  context: Context,
  textId: string,
  facts: readonly PlacedFact[],
  suggestedBy: Suggester,
  from: number,
): Promise<void> {
  const ids = facts.map(() => newId())
  const rows = facts.map(({ value, quote, question, tie, tieId, signature }, index) => ({
    fact_id: ids[index],
    position: from + index,
    tie_id: tie === null ? (tieId ?? null) : (ids[tie] ?? null),
    part: value.part,
    value,
    signature,
    passage: quote.passage,
    starts_at: quote.start,
    ends_at: quote.end,
    is_sure: suggestedBy === 'reader' && question === null,
    question,
  }))
  await sql`
    insert into imports_text_fact (fact_id, text_id, position, tie_id, part, value, signature, passage, starts_at, ends_at,
      suggested_by, is_sure, question)
    select fact_id, ${textId}, position, tie_id, part, value, signature, passage, starts_at, ends_at, ${suggestedBy}, is_sure, question
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (fact_id uuid, position integer, tie_id uuid, part text,
      value jsonb, signature text, passage integer, starts_at integer, ends_at integer, is_sure boolean, question text)
    order by position
  `.execute(context.database)
}
