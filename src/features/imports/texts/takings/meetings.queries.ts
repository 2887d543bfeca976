import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** What has become of a meeting since a fact added it: adding its participants and decisions is no change. */
export async function lookUpMeetingState(
  { database }: Context,
  meetingId: string,
  factId: string,
): Promise<'gone' | 'untouched' | 'changed'> {
  const { rows } = await sql<{ changed: boolean }>`
    select m.updated_at > f.decided_at or m.amendable_at is not null or m.final_at is not null as changed
    from minutes_meeting m, imports_text_fact f where m.meeting_id = ${meetingId} and f.fact_id = ${factId}
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
