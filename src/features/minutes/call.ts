import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../platform/context/context.ts'
import type { Application } from '../../platform/http/application.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { notFound } from '../../platform/refusals/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../networks/index.ts'
import type { Meeting } from './meetings/meeting.ts'
import { findMeeting } from './meetings/queries.ts'
import { mayKeepMeetings } from './policy.ts'

export interface MeetingRequest extends NetworkRequest {
  /** Like `context`, on the day that the network calls its own: what is written becomes known then. */
  writing: Context
  meeting: Meeting
}

/** What is drawn for those who work on meetings is kept nowhere, and found by no search engine. */
export const neverKept = {
  onSend: async (_request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex')
    return payload
  },
}

/** The network named in the address, for those in charge of its meetings; 404 for others. */
export async function readKeeperRequest(
  application: Application,
  request: FastifyRequest,
): Promise<NetworkRequest & { writing: Context }> {
  const asked = await readNetworkRequest(application, request)
  const writing = { ...asked.context, today: asked.usualDay }
  return mayKeepMeetings(writing.actor, asked.network.id) ? { ...asked, writing } : notFound('meetings')
}

/** The meeting named in the address, as its reader may see it, or 404. */
export async function readMeetingRequest(
  application: Application,
  request: FastifyRequest,
): Promise<MeetingRequest> {
  const asked = await readNetworkRequest(application, request)
  const writing = { ...asked.context, today: asked.usualDay }
  const meeting = await findMeeting(writing, asked.network.id, parameterOf(request.params, 'slug') ?? '')
  return { ...asked, writing, meeting }
}

/** The same for those in charge; for others there is no such page. */
export async function readMeetingWork(
  application: Application,
  request: FastifyRequest,
): Promise<MeetingRequest> {
  const asked = await readMeetingRequest(application, request)
  return mayKeepMeetings(asked.writing.actor, asked.network.id) ? asked : notFound(asked.meeting.slug)
}
