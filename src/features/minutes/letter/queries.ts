import { sql } from 'kysely'
import { asAnybody } from '../../../platform/letters/letter-reader.ts'
import type { LetterGround } from '../../../platform/letters/letter-source.ts'
import { spanOfLetter } from '../../../platform/letters/letter-span.ts'
import { type Decision, listDecisions } from '../decisions/queries.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { findMeetingById, isPublished, isSeen } from '../meetings/queries.ts'

/** The last meeting that was held, or whose minutes were published, since the letter before, with what came of it; null for none. */
export async function lookUpToldMeeting(
  ground: LetterGround,
): Promise<{ meeting: Meeting; decisions: Decision[] } | null> {
  const context = asAnybody(ground.context)
  const { id: networkId } = ground.network
  const { isFirst, since, from } = spanOfLetter(ground)
  const isHeld = isFirst
    ? sql`m.held_on >= ${from}::date`
    : sql`(m.held_on > ${from}::date or (m.held_on = ${from}::date and m.held_at > ${since}))`
  const { rows } = await sql<{ id: string }>`
    select m.meeting_id as id from minutes_meeting m
    where m.network_id = ${networkId} and ${isSeen(context, networkId)} and ${isPublished(context)}
      and m.cancelled_at is null and m.held_on <= ${context.today}::date
      and exists (select 1 from minutes_decision d where d.meeting_id = m.meeting_id and d.known_on <= ${context.today})
      and (${isHeld} or m.final_at > ${since} or exists (select 1 from minutes_account a
        where a.meeting_id = m.meeting_id and a.is_minutes and a.known_on between ${from}::date + 1 and ${context.today}::date))
    order by m.held_on desc, m.meeting_id desc limit 1
  `.execute(context.database)
  const [told] = rows
  if (!told) return null
  const [meeting, decisions] = await Promise.all([
    findMeetingById(context, networkId, told.id),
    listDecisions(context, networkId, { meetingId: told.id }),
  ])
  return { meeting, decisions }
}
