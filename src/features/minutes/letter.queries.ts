import { sql } from 'kysely'
import { asAnybody } from '../../platform/letters/letter-reader.ts'
import type { LetterContext } from '../../platform/letters/letter-source.ts'
import { spanOfLetter } from '../../platform/letters/letter-span.ts'
import { type Decision, listDecisions } from './decisions/queries.ts'
import type { Meeting } from './meetings/meeting.ts'
import { findMeetingById, isPublished, isSeen, selectEventIds } from './meetings/queries.ts'

export interface ToldMeeting {
  meeting: Meeting
  decisions: Decision[]
  /** The events of the agenda that are this meeting. */
  eventIds: string[]
}

/** The last meeting with an outcome that was held, or whose minutes were published, since the previous letter; null when there is none. */
export async function lookUpToldMeeting(letterContext: LetterContext): Promise<ToldMeeting | null> {
  const context = asAnybody(letterContext.context)
  const { id: networkId } = letterContext.network
  const { isFirst, since, from } = spanOfLetter(letterContext)
  const isHeld = isFirst
    ? sql`m.held_on >= ${from}::date`
    : sql`(m.held_on > ${from}::date or (m.held_on = ${from}::date and m.held_at > ${since}))`
  const { rows } = await sql<{ id: string; eventIds: string[] }>`
    select m.meeting_id as id, ${selectEventIds(context)} as "eventIds" from minutes_meeting m
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
  return { meeting, decisions, eventIds: told.eventIds }
}
