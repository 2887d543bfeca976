import type { AgendaEvent } from '../../events/summary.queries.ts'
import type { MissionSeats } from '../document/schema.ts'
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
