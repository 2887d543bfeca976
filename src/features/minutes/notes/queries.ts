import type { Context } from '../../../platform/context/context.ts'

/** Whom those in charge gave the pen of a meeting. */
export async function listPenIds({ database }: Context, meetingId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('minutes_pen')
    .select('person_id as id')
    .where('meeting_id', '=', meetingId)
    .execute()
  return rows.map(({ id }) => id)
}
