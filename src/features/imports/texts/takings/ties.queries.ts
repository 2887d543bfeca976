import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** Whether a party has spoken of a tie, or somebody suggests something about it: then it is not only the text's any more. */
export async function isSpokenOf({ database }: Context, cooperationId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 where exists (select 1 from registry_confirmation where cooperation_id = ${cooperationId})
      or exists (select 1 from registry_note where cooperation_id = ${cooperationId})
      or exists (select 1 from contributions_suggestion where record_id = ${cooperationId} and decided_at is null)
  `.execute(database)
  return rows.length > 0
}
