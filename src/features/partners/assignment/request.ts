import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type AgendaEvent, findEvent, holdersOf, lookUpEvent } from '../../agenda/events/index.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { mayHoldSession, mayReadAmongMembers, maySpeakFor } from '../policy.ts'
import { lookUpSessionFacts } from './queries.ts'
import type { Participant, SessionFacts } from './session.ts'

export interface EventRequest extends NetworkRequest {
  event: AgendaEvent
  /** Null where no session was opened. */
  facts: SessionFacts | null
  /** Whether the reader is an organiser of the session. */
  isKeeper: boolean
}

export interface SessionRequest extends EventRequest {
  facts: SessionFacts
}

export interface ParticipantRequest extends SessionRequest {
  participant: Participant
}

/** Loads an event with its session, for its organisers and for people who take part in its network; 404 for others. */
export async function loadEventRequest(visit: Visit): Promise<EventRequest> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  const { writing } = loaded
  const networkId = loaded.network.id
  const event = await findEvent(writing, networkId, parameterOf(request.params, 'slug') ?? '')
  const isKeeper = mayHoldSession(writing.actor, { networkId, holders: holdersOf(event.organisations) })
  if (!isKeeper && !mayReadAmongMembers(writing.actor, networkId)) notFound('meetings')
  return { ...loaded, event, facts: await lookUpSessionFacts(writing, event.id), isKeeper }
}

/** Loads the request where a session was opened; 404 before. */
export async function loadSessionRequest(visit: Visit): Promise<SessionRequest> {
  const loaded = await loadEventRequest(visit)
  return { ...loaded, facts: loaded.facts ?? notFound('meetings') }
}

/** Loads the session for its organisers; 404 for others. */
export async function loadKeptRequest(visit: Visit): Promise<SessionRequest> {
  const loaded = await loadSessionRequest(visit)
  return loaded.isKeeper ? loaded : notFound('meetings')
}

/** Loads the participant that an address names, for people who speak for it and organisers of the session; 404 for others. */
export async function loadParticipantRequest(visit: Visit): Promise<ParticipantRequest> {
  const { request } = visit
  const loaded = await loadSessionRequest(visit)
  const id = parameterOf(request.params, 'id') ?? ''
  const participant = loaded.facts.participants.find((each) => each.id === id)
  return participant && maySee(loaded, participant) ? { ...loaded, participant } : notFound(id)
}

/** Loads what was published for a participant. People who speak for it may read this even when the event is no longer shown to them. */
export async function loadToldRequest(visit: Visit): Promise<ParticipantRequest & { isShown: boolean }> {
  const { request } = visit
  const { writing, ...loaded } = await loadNetworkRequest(visit)
  const networkId = loaded.network.id
  const slug = parameterOf(request.params, 'slug') ?? ''
  const event = await findEvent({ ...writing, actor: { kind: 'operator' } }, networkId, slug)
  if ((await lookUpEvent(writing, networkId, event.id)) !== null)
    return { ...(await loadParticipantRequest(visit)), isShown: true }
  const facts = await lookUpSessionFacts(writing, event.id)
  const id = parameterOf(request.params, 'id') ?? ''
  const participant = facts?.participants.find((each) => each.id === id)
  const own = organisationsOf(writing.actor, networkId, ['member'])
  if (!facts?.session.publishedAt || !participant || !own.includes(participant.organisation.id))
    return notFound(id)
  const unnamed = { ...event, title: {}, summary: {}, venue: {}, place: null }
  return { ...loaded, writing, event: unnamed, facts, isKeeper: false, participant, isShown: false }
}

/** Whether the reader is an organiser of the session or speaks for a participant. */
export function maySee({ writing, network, isKeeper }: EventRequest, { organisation }: Participant): boolean {
  return isKeeper || maySpeakFor(writing.actor, { networkId: network.id, organisationId: organisation.id })
}
