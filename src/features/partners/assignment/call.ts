import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type AgendaEvent, findEvent, holdersOf, lookUpEvent } from '../../agenda/events/index.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { mayHoldSession, mayReadAmongMembers, maySpeakFor } from '../policy.ts'
import { lookUpGround } from './queries.ts'
import type { Participant, SessionGround } from './session.ts'

export interface EventRequest extends NetworkRequest {
  event: AgendaEvent
  /** Null where no session was opened. */
  ground: SessionGround | null
  /** Whether the reader holds the session. */
  isKeeper: boolean
}

export interface SessionRequest extends EventRequest {
  ground: SessionGround
}

export interface ParticipantRequest extends SessionRequest {
  participant: Participant
}

/** An event with its session, for those who hold it and those who take part in its network; 404 for others. */
export async function readEventRequest(visit: Visit): Promise<EventRequest> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { writing } = asked
  const networkId = asked.network.id
  const event = await findEvent(writing, networkId, parameterOf(request.params, 'slug') ?? '')
  const isKeeper = mayHoldSession(writing.actor, { networkId, holders: holdersOf(event.organisations) })
  if (!isKeeper && !mayReadAmongMembers(writing.actor, networkId)) notFound('meetings')
  return { ...asked, event, ground: await lookUpGround(writing, event.id), isKeeper }
}

/** The same where a session was opened; 404 before. */
export async function readSessionRequest(visit: Visit): Promise<SessionRequest> {
  const asked = await readEventRequest(visit)
  return { ...asked, ground: asked.ground ?? notFound('meetings') }
}

/** The same for those who hold it; 404 for others. */
export async function readKeptRequest(visit: Visit): Promise<SessionRequest> {
  const asked = await readSessionRequest(visit)
  return asked.isKeeper ? asked : notFound('meetings')
}

/** A participant whom an address names, for those who speak for it and those who hold the session; 404 for others. */
export async function readParticipantRequest(visit: Visit): Promise<ParticipantRequest> {
  const { request } = visit
  const asked = await readSessionRequest(visit)
  const id = parameterOf(request.params, 'id') ?? ''
  const participant = asked.ground.participants.find((each) => each.id === id)
  return participant && maySee(asked, participant) ? { ...asked, participant } : notFound(id)
}

/** The same of what was published, which those who speak for a participant read also when the event is shown to them no more. */
export async function readToldRequest(visit: Visit): Promise<ParticipantRequest & { isShown: boolean }> {
  const { request } = visit
  const { writing, ...asked } = await readNetworkRequest(visit)
  const networkId = asked.network.id
  const slug = parameterOf(request.params, 'slug') ?? ''
  const event = await findEvent({ ...writing, actor: { kind: 'operator' } }, networkId, slug)
  if ((await lookUpEvent(writing, networkId, event.id)) !== null)
    return { ...(await readParticipantRequest(visit)), isShown: true }
  const ground = await lookUpGround(writing, event.id)
  const id = parameterOf(request.params, 'id') ?? ''
  const participant = ground?.participants.find((each) => each.id === id)
  const own = organisationsOf(writing.actor, networkId, ['member'])
  if (!ground?.session.publishedAt || !participant || !own.includes(participant.organisation.id))
    return notFound(id)
  const unnamed = { ...event, title: {}, summary: {}, venue: {}, place: null }
  return { ...asked, writing, event: unnamed, ground, isKeeper: false, participant, isShown: false }
}

/** Whether the reader holds the session or speaks for a participant. */
export function maySee({ writing, network, isKeeper }: EventRequest, { organisation }: Participant): boolean {
  return isKeeper || maySpeakFor(writing.actor, { networkId: network.id, organisationId: organisation.id })
}
