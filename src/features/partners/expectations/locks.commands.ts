import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

/** One change of an expectation at a time: the second caller waits and sees what the first has done. */
export async function lockExpectation({ database }: Context, id: string): Promise<void> {
  await sql`select 1 from partners_expectation where expectation_id = ${id} for update`.execute(database)
}

/** Whether an expectation has been closed, on any day. */
export async function hasClosing({ database }: Context, id: string): Promise<boolean> {
  const row = await database
    .selectFrom('partners_expectation_closing')
    .select('outcome')
    .where('expectation_id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
