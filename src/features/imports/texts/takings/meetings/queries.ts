import { sql } from 'kysely'
import type { Context } from '../../../../../platform/context/context.ts'

/** What has become of a meeting since it was added. */
export async function lookUpMeetingState(
  { database }: Context,
  meetingId: string,
): Promise<'gone' | 'untouched' | 'changed'> {
  const { rows } = await sql<{ changed: boolean }>`
    select updated_at > created_at or amendable_at is not null or final_at is not null as changed
    from minutes_meeting where meeting_id = ${meetingId}
  `.execute(database)
  const [found] = rows
  if (!found) return 'gone'
  return found.changed ? 'changed' : 'untouched'
}

/** When a meeting was changed last; nobody is named, since several work on it at once. */
export async function lookUpMeetingChange(
  { database }: Context,
  meetingId: string,
): Promise<{ by: null; at: Date } | null> {
  const { rows } = await sql<{ at: Date }>`
    select greatest(updated_at, amendable_at, final_at) as at from minutes_meeting where meeting_id = ${meetingId}
  `.execute(database)
  const [found] = rows
  return found ? { by: null, at: found.at } : null
}
