import type { Visit } from '../../platform/http/visit.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { notFound } from '../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../networks/index.ts'
import type { Meeting } from './meetings/meeting.ts'
import { findMeeting } from './meetings/queries.ts'
import { mayKeepMeetings } from './policy.ts'

export interface MeetingRequest extends NetworkRequest {
  meeting: Meeting
}

/** Reads the network in the address for coordinators of its meetings; other people get 404. */
export async function readKeeperRequest(visit: Visit): Promise<NetworkRequest> {
  const asked = await readNetworkRequest(visit)
  const { writing } = asked
  return mayKeepMeetings(writing.actor, asked.network.id) ? asked : notFound('meetings')
}

/** Reads the meeting in the address as its reader may see it, or 404. */
export async function readMeetingRequest(visit: Visit): Promise<MeetingRequest> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { writing } = asked
  const meeting = await findMeeting(writing, asked.network.id, parameterOf(request.params, 'slug') ?? '')
  return { ...asked, meeting }
}

/** Reads the meeting in the address for coordinators; other people get 404. */
export async function readMeetingWork(visit: Visit): Promise<MeetingRequest> {
  const asked = await readMeetingRequest(visit)
  return mayKeepMeetings(asked.writing.actor, asked.network.id) ? asked : notFound(asked.meeting.slug)
}
