import type { Context } from '../../../platform/context/context.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { mayKeepMeetings, mayReadConvened } from '../policy.ts'
import type { Section } from './section.ts'

/** The text of a meeting’s minutes as far as the reader may know it: final for everybody, open to amendments for those of the network. */
export async function listSections(context: Context, meeting: Meeting): Promise<Section[]> {
  const { actor } = context
  const mayRead =
    meeting.finalAt !== null ||
    mayKeepMeetings(actor, meeting.networkId) ||
    (meeting.amendableAt !== null && mayReadConvened(actor, meeting.networkId))
  return mayRead ? selectSections(context, meeting.id) : []
}

/** The same, whoever asks. */
export async function selectSections({ database }: Context, meetingId: string): Promise<Section[]> {
  return database
    .selectFrom('minutes_section')
    .select(['section_id as id', 'title', 'text', 'level'])
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .orderBy('section_id')
    .execute()
}
