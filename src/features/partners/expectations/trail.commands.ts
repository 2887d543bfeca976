import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { Verb } from './queries.ts'

export interface NewStep {
  verb: Verb
  /** For which organisation it was done, or which one it concerns. */
  organisationId?: string | null
}

/** Records who did what, for which organisation, as part of the command that does it. */
export async function noteStep(
  context: Context,
  { id, networkId }: { id: string; networkId: string },
  { verb, organisationId = null }: NewStep,
): Promise<void> {
  const { actor, clock, database, today } = context
  const now = clock.now().toString()
  await database
    .insertInto('partners_expectation_step')
    .values({
      step_id: newId(),
      expectation_id: id,
      verb,
      organisation_id: organisationId,
      person_id: personIdOf(actor),
      happened_on: today,
      happened_at: now,
    })
    .execute()
  await database
    .updateTable('partners_expectation')
    .set({ updated_at: now })
    .where('expectation_id', '=', id)
    .execute()
  await recordActivity(context, { networkId, verb, subjectKind: 'expectation', subjectId: id })
}

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
