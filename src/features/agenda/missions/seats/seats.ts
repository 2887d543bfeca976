import { type Actor, organisationsOf } from '../../../../platform/context/actor.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { AgendaEvent } from '../../events/summary.queries.ts'
import type { MissionSeats } from '../document/schema.ts'
import type { Sheet } from '../sheet/queries.ts'
import { stopName } from '../stop-name.ts'
import type { SeatRequest } from './queries.ts'

/** How many seats of an offer are still free. */
export function seatsLeft(
  offer: Pick<MissionSeats, 'id' | 'count'>,
  requests: readonly SeatRequest[],
): number {
  const given = requests
    .filter(({ seatsId, state }) => seatsId === offer.id && state === 'accepted')
    .reduce((sum, { count }) => sum + count, 0)
  return Math.max(0, offer.count - given)
}

/** Whether others may still ask, on an ISO day: the mission is ahead, the last day to ask has not passed and seats are left. */
export function isOpen(
  event: Pick<AgendaEvent, 'state' | 'endsOn' | 'publishedAt'>,
  offer: Pick<MissionSeats, 'id' | 'count' | 'until'>,
  requests: readonly SeatRequest[],
  today: string,
): boolean {
  const isAhead = event.state === 'planned' && event.publishedAt !== null && (event.endsOn ?? today) >= today
  return isAhead && offer.until >= today && seatsLeft(offer, requests) > 0
}

/** The authorities for which a member may ask for seats on a mission: their own, except its holders. */
export function askersOf(
  actor: Actor,
  { networkId, holders }: { networkId: string; holders: readonly string[] },
): string[] {
  return organisationsOf(actor, networkId, ['member']).filter((id) => !holders.includes(id))
}

/** Where the seats of an offer are: a stop, else the whole mission, as also for an offer that no longer exists. */
export function seatsPlace(
  reader: Reader,
  { mission, refs }: Pick<Sheet, 'mission' | 'refs'>,
  seatsId: string,
): { text: string; language: string } {
  const stopId = mission.seats.find(({ id }) => id === seatsId)?.stopId
  const at = mission.stops.findIndex(({ id }) => id === stopId)
  const stop = mission.stops[at]
  if (stop) return stopName(reader, stop, refs, at + 1)
  return { text: reader.t('agenda.mission.wholeMission'), language: reader.interfaceLanguage }
}
