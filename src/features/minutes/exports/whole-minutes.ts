import type { Context } from '../../../platform/context/context.ts'
import { type Erratum, listErrata } from '../../../platform/editions/errata.ts'
import { notFound } from '../../../platform/refusal.ts'
import { listPoints, type Point } from '../agenda/queries.ts'
import type { Participant } from '../attendance/participant.ts'
import { listParticipants } from '../attendance/queries.ts'
import { type Decision, listDecisions } from '../decisions/queries.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { findMeeting } from '../meetings/queries.ts'
import { listSections } from '../sections/queries.ts'
import type { Section } from '../sections/section.ts'

/** Everything that a file of minutes contains, as far as the reader may know it. */
export interface WholeMinutes {
  meeting: Meeting
  points: Point[]
  participants: Participant[]
  sections: Section[]
  decisions: Decision[]
  errata: Erratum[]
}

/** The minutes of a meeting for a file, or 404 when the reader may read none. */
export async function findWholeMinutes(
  context: Context,
  networkId: string,
  slug: string,
): Promise<WholeMinutes> {
  const meeting = await findMeeting(context, networkId, slug)
  const [points, participants, sections, decisions, errata] = await Promise.all([
    listPoints(context, meeting.id),
    listParticipants(context, meeting),
    listSections(context, meeting),
    listDecisions(context, networkId, { meetingId: meeting.id }),
    listErrata(context, { kind: 'minutes', id: meeting.id }),
  ])
  if (sections.length === 0) notFound(slug)
  return { meeting, points, participants, sections, decisions, errata }
}
