import type { FastifyRequest } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { notFound } from '../../platform/refusals/refusal.ts'
import { readWritingRequest, type WritingRequest } from '../networks/index.ts'
import type { Meeting } from './meetings/meeting.ts'
import { findMeeting } from './meetings/queries.ts'
import { mayKeepMeetings } from './policy.ts'

export interface MeetingRequest extends WritingRequest {
  meeting: Meeting
}

/** The network named in the address, for those in charge of its meetings; 404 for others. */
export async function readKeeperRequest(
  application: Application,
  request: FastifyRequest,
): Promise<WritingRequest> {
  const asked = await readWritingRequest(application, request)
  const { writing } = asked
  return mayKeepMeetings(writing.actor, asked.network.id) ? asked : notFound('meetings')
}

/** The meeting named in the address, as its reader may see it, or 404. */
export async function readMeetingRequest(
  application: Application,
  request: FastifyRequest,
): Promise<MeetingRequest> {
  const asked = await readWritingRequest(application, request)
  const { writing } = asked
  const meeting = await findMeeting(writing, asked.network.id, parameterOf(request.params, 'slug') ?? '')
  return { ...asked, meeting }
}

/** The same for those in charge; for others there is no such page. */
export async function readMeetingWork(
  application: Application,
  request: FastifyRequest,
): Promise<MeetingRequest> {
  const asked = await readMeetingRequest(application, request)
  return mayKeepMeetings(asked.writing.actor, asked.network.id) ? asked : notFound(asked.meeting.slug)
}
