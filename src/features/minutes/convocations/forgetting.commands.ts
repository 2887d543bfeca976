import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

const days = 30

/** Forgets to which addresses convocations were sent, a month after the meeting; who answered what stays with its list. */
export async function forgetInvitees({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<void> {
  const limit = clock
    .now()
    .subtract({ hours: days * 24 })
    .toString()
    .slice(0, 10)
  await sql`
    update minutes_invitee i set address = null, words = ''
    from minutes_meeting m
    where m.meeting_id = i.meeting_id and m.held_on < ${limit} and i.address is not null
  `.execute(database)
}
