import type { Visit } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../../networks/index.ts'
import { findEvent } from '../../events/queries.ts'
import { holdersOf } from '../../events/record/holders.ts'
import type { AgendaEvent } from '../../events/summary.queries.ts'
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

async function loadMissionRequest(visit: Visit): Promise<MissionRequest> {
  const { request } = visit
  const opened = await loadNetworkRequest(visit)
  const { writing } = opened
  const networkId = opened.network.id
  const event = await findEvent(writing, networkId, parameterOf(request.params, 'slug') ?? '')
  const sheet = (await lookUpSheet(writing, event)) ?? notFound(event.slug)
  const holders = holdersOf(event.organisations)
  return {
    ...opened,
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
export async function loadSeatsRequest(visit: Visit): Promise<MissionRequest & { offer: MissionSeats }> {
  const { request } = visit
  const opened = await loadMissionRequest(visit)
  const id = parameterOf(request.params, 'seats') ?? ''
  const offer = opened.sheet.mission.seats.find((each) => each.id === id) ?? notFound(id)
  if (opened.own.length === 0) notFound(id)
  return { ...opened, offer }
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
export async function loadAnswerRequest(visit: Visit): Promise<AnswerRequest> {
  const { request } = visit
  const opened = await loadMissionRequest(visit)
  const id = parameterOf(request.params, 'request') ?? ''
  const wanted = opened.requests.find((each) => each.id === id) ?? notFound(id)
  const mayAnswer = mayAnswerForSeats(opened.writing.actor, opened.mission)
  const isOwn = opened.own.includes(wanted.organisation.id)
  if (!mayAnswer && !isOwn) notFound(id)
  return { ...opened, wanted, mayAnswer, isOwn }
}
