import type { Context } from '../../../platform/context/context.ts'

export type Erratum = Awaited<ReturnType<typeof listErrata>>[number]

/** The errata of final minutes, oldest first, as known on the context’s day. */
export async function listErrata({ database, today }: Context, meetingId: string) {
  return database
    .selectFrom('minutes_erratum')
    .select(['erratum_id as id', 'text', 'made_at as madeAt'])
    .where('meeting_id', '=', meetingId)
    .where('known_on', '<=', today)
    .orderBy('made_at')
    .execute()
}
