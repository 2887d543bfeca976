import type { Context } from '../../../platform/context/context.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { mayKeepMeetings, mayReadConvened } from '../policy.ts'
import type { Section } from './section.ts'

/** The text of a meeting’s minutes as far as the reader may know it: final minutes for everybody, amendable ones for members. */
export async function listSections(context: Context, meeting: Meeting): Promise<Section[]> {
  const { actor } = context
  const mayRead =
    meeting.finalAt !== null ||
    mayKeepMeetings(actor, meeting.networkId) ||
    (meeting.amendableAt !== null && mayReadConvened(actor, meeting.networkId))
  return mayRead ? selectSections(context, meeting.id) : []
}

/** All sections of a meeting in order, without asking who reads. */
export async function selectSections({ database }: Context, meetingId: string): Promise<Section[]> {
  return database
    .selectFrom('minutes_section')
    .select(['section_id as id', 'title', 'text', 'level'])
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .orderBy('section_id')
    .execute()
}

export type TextVersion = Awaited<ReturnType<typeof listVersions>>[number]

/** The versions of the text of minutes, newest first, without their text. */
export async function listVersions({ database }: Context, meetingId: string) {
  return database
    .selectFrom('minutes_version as v')
    .leftJoin('people_person as p', 'p.id', 'v.person_id')
    .select(['v.number', 'v.reason', 'v.made_at as madeAt', 'p.name'])
    .where('v.meeting_id', '=', meetingId)
    .orderBy('v.number', 'desc')
    .execute()
}

/** The number of the newest version; 0 when there is none. */
export async function findLatestNumber({ database }: Context, meetingId: string): Promise<number> {
  const row = await database
    .selectFrom('minutes_version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return row?.number ?? 0
}

/** One version with its text, or 404. Version 0 is the empty one before the first. */
export async function findVersion(
  { database }: Context,
  meetingId: string,
  number: number,
): Promise<{ number: number; document: RecordDocument }> {
  if (number === 0) return { number, document: { sections: [] } }
  if (!Number.isInteger(number) || number < 0 || number > 1_000_000) notFound(String(number))
  const found = await database
    .selectFrom('minutes_version')
    .select(['number', 'document'])
    .where('meeting_id', '=', meetingId)
    .where('number', '=', number)
    .executeTakeFirst()
  return found ?? notFound(String(number))
}
