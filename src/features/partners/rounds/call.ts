import type { FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { findMeeting, type Meeting } from '../../minutes/index.ts'
import { readWritingRequest, type WritingRequest } from '../../networks/index.ts'
import { mayAdvise, mayReadAmongMembers } from '../policy.ts'
import { findRound } from './queries.ts'
import type { Round, RoundRow } from './round.ts'

export interface MeetingAsked extends WritingRequest {
  meeting: Meeting
}

export interface RoundAsked extends MeetingAsked {
  round: Round
}

export interface RowAsked extends RoundAsked {
  row: RoundRow
}

/** A meeting that an address names, for those who take part in its network; 404 for others. */
export async function readMeetingAsked(
  application: Application,
  request: FastifyRequest,
): Promise<MeetingAsked> {
  const asked = await readWritingRequest(application, request)
  if (!mayReadAmongMembers(asked.writing.actor, asked.network.id)) return notFound('rounds')
  const slug = parameterOf(request.params, 'meeting') ?? ''
  return { ...asked, meeting: await findMeeting(asked.writing, asked.network.id, slug) }
}

/** The same with its round; 404 where none was opened. */
export async function readRoundAsked(application: Application, request: FastifyRequest): Promise<RoundAsked> {
  const asked = await readMeetingAsked(application, request)
  return { ...asked, round: await findRound(asked.writing, asked.network.id, asked.meeting.id) }
}

/** The same for those who look after it; for others there is no such page. */
export async function readAdvisedRound(
  application: Application,
  request: FastifyRequest,
): Promise<RoundAsked> {
  const asked = await readRoundAsked(application, request)
  return mayAdvise(asked.writing.actor, asked.network.id) ? asked : notFound(asked.meeting.slug)
}

/** The same with the row of the authority that the address names. */
export async function readRowAsked(application: Application, request: FastifyRequest): Promise<RowAsked> {
  const asked = await readRoundAsked(application, request)
  const slug = parameterOf(request.params, 'organisation') ?? ''
  const row = asked.round.rows.find(({ organisation }) => organisation.slug === slug)
  return { ...asked, row: row ?? notFound(slug) }
}
