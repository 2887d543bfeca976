import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { findMeeting, type Meeting } from '../../minutes/index.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { mayAdvise, mayReadAmongMembers } from '../policy.ts'
import { findRound } from './queries.ts'
import type { Round, RoundRow } from './round.ts'

export interface RoundMeetingRequest extends NetworkRequest {
  meeting: Meeting
}

export interface RoundRequest extends RoundMeetingRequest {
  round: Round
}

export interface RowRequest extends RoundRequest {
  row: RoundRow
}

/** Loads the meeting that an address names, for people who take part in its network; 404 for others. */
export async function loadRoundMeetingRequest(visit: Visit): Promise<RoundMeetingRequest> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  if (!mayReadAmongMembers(loaded.writing.actor, loaded.network.id)) return notFound('rounds')
  const slug = parameterOf(request.params, 'meeting') ?? ''
  return { ...loaded, meeting: await findMeeting(loaded.writing, loaded.network.id, slug) }
}

/** Loads the meeting with its round; 404 where none was opened. */
export async function loadRoundRequest(visit: Visit): Promise<RoundRequest> {
  const loaded = await loadRoundMeetingRequest(visit)
  return { ...loaded, round: await findRound(loaded.writing, loaded.network.id, loaded.meeting.id) }
}

/** Loads the round for the secretariat; 404 for others. */
export async function loadAdvisedRoundRequest(visit: Visit): Promise<RoundRequest> {
  const loaded = await loadRoundRequest(visit)
  return mayAdvise(loaded.writing.actor, loaded.network.id) ? loaded : notFound(loaded.meeting.slug)
}

/** Loads the round with the row of the authority that the address names. */
export async function loadRowRequest(visit: Visit): Promise<RowRequest> {
  const { request } = visit
  const loaded = await loadRoundRequest(visit)
  const slug = parameterOf(request.params, 'organisation') ?? ''
  const row = loaded.round.rows.find(({ organisation }) => organisation.slug === slug)
  return { ...loaded, row: row ?? notFound(slug) }
}
