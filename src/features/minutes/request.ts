import type { Visit } from '../../platform/http/visit.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { notFound } from '../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../networks/index.ts'
import type { Meeting } from './meetings/meeting.ts'
import { findMeeting } from './meetings/queries.ts'
import { mayKeepMeetings } from './policy.ts'

export interface MeetingRequest extends NetworkRequest {
  meeting: Meeting
}

/** Reads the network in the address for coordinators of its meetings; other people get 404. */
export async function loadKeeperRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { writing } = loaded
  return mayKeepMeetings(writing.actor, loaded.network.id) ? loaded : notFound('meetings')
}

/** Reads the meeting in the address as its reader may see it, or 404. */
export async function loadMeetingRequest(visit: Visit): Promise<MeetingRequest> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  const { writing } = loaded
  const meeting = await findMeeting(writing, loaded.network.id, parameterOf(request.params, 'slug') ?? '')
  return { ...loaded, meeting }
}

/** Reads the meeting in the address for coordinators; other people get 404. */
export async function loadKeptMeetingRequest(visit: Visit): Promise<MeetingRequest> {
  const loaded = await loadMeetingRequest(visit)
  return mayKeepMeetings(loaded.writing.actor, loaded.network.id) ? loaded : notFound(loaded.meeting.slug)
}
