import type { Visit } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../../networks/index.ts'
import { findEvent } from '../../events/queries.ts'
import { holdersOf } from '../../events/record/holders.ts'
import type { AgendaEvent } from '../../events/row.queries.ts'
import { mayAnswerForSeats } from '../../policy.ts'
import type { MissionSeats } from '../document/schema.ts'
import { lookUpSheet, type Sheet } from '../sheet/queries.ts'
import { askersOf } from './askers.ts'
import type { AskedMission } from './commands.ts'
import { listRequests, type SeatRequest } from './queries.ts'
import { isOpen } from './seats.ts'

export interface MissionRequest extends NetworkRequest {
  event: AgendaEvent
  sheet: Sheet
  holders: string[]
  mission: AskedMission
  requests: SeatRequest[]
  /** The authorities for which the reader may ask. */
  own: string[]
}

async function readMissionRequest(visit: Visit): Promise<MissionRequest> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { writing } = asked
  const networkId = asked.network.id
  const event = await findEvent(writing, networkId, parameterOf(request.params, 'slug') ?? '')
  const sheet = (await lookUpSheet(writing, event)) ?? notFound(event.slug)
  const holders = holdersOf(event.organisations)
  return {
    ...asked,
    writing,
    event,
    sheet,
    holders,
    mission: { networkId, eventId: event.id, holders },
    requests: await listRequests(writing, event.id),
    own: askersOf(writing.actor, { networkId, holders }),
  }
}

/** Loads seats for a member who may ask for them; 404 for others, and once requests are closed. */
export async function readSeatsRequest(visit: Visit): Promise<MissionRequest & { offer: MissionSeats }> {
  const { request } = visit
  const asked = await readMissionRequest(visit)
  const id = parameterOf(request.params, 'seats') ?? ''
  const offer = asked.sheet.mission.seats.find((each) => each.id === id) ?? notFound(id)
  if (asked.own.length === 0) notFound(id)
  return { ...asked, offer }
}

/** Whether an offer is open, as of the network’s own day. */
export function isStillOpen({ event, requests, writing }: MissionRequest, offer: MissionSeats): boolean {
  return isOpen(event, offer, requests, writing.today)
}

export interface AnswerRequest extends MissionRequest {
  wanted: SeatRequest
  mayAnswer: boolean
  /** The reader asked, for an authority of their own. */
  isOwn: boolean
}

/** Loads a request for those who asked or who answer it; 404 for others. */
export async function readAnswerRequest(visit: Visit): Promise<AnswerRequest> {
  const { request } = visit
  const asked = await readMissionRequest(visit)
  const id = parameterOf(request.params, 'request') ?? ''
  const wanted = asked.requests.find((each) => each.id === id) ?? notFound(id)
  const mayAnswer = mayAnswerForSeats(asked.writing.actor, asked.mission)
  const isOwn = asked.own.includes(wanted.organisation.id)
  if (!mayAnswer && !isOwn) notFound(id)
  return { ...asked, wanted, mayAnswer, isOwn }
}
