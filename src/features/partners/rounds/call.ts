import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { findMeeting, type Meeting } from '../../minutes/index.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { mayAdvise, mayReadAmongMembers } from '../policy.ts'
import { findRound } from './queries.ts'
import type { Round, RoundRow } from './round.ts'

export interface MeetingAsked extends NetworkRequest {
  meeting: Meeting
}

export interface RoundAsked extends MeetingAsked {
  round: Round
}

export interface RowAsked extends RoundAsked {
  row: RoundRow
}

/** A meeting that an address names, for those who take part in its network; 404 for others. */
export async function readMeetingAsked(visit: Visit): Promise<MeetingAsked> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  if (!mayReadAmongMembers(asked.writing.actor, asked.network.id)) return notFound('rounds')
  const slug = parameterOf(request.params, 'meeting') ?? ''
  return { ...asked, meeting: await findMeeting(asked.writing, asked.network.id, slug) }
}

/** The same with its round; 404 where none was opened. */
export async function readRoundAsked(visit: Visit): Promise<RoundAsked> {
  const asked = await readMeetingAsked(visit)
  return { ...asked, round: await findRound(asked.writing, asked.network.id, asked.meeting.id) }
}

/** The same for those who look after it; for others there is no such page. */
export async function readAdvisedRound(visit: Visit): Promise<RoundAsked> {
  const asked = await readRoundAsked(visit)
  return mayAdvise(asked.writing.actor, asked.network.id) ? asked : notFound(asked.meeting.slug)
}

/** The same with the row of the authority that the address names. */
export async function readRowAsked(visit: Visit): Promise<RowAsked> {
  const { request } = visit
  const asked = await readRoundAsked(visit)
  const slug = parameterOf(request.params, 'organisation') ?? ''
  const row = asked.round.rows.find(({ organisation }) => organisation.slug === slug)
  return { ...asked, row: row ?? notFound(slug) }
}
