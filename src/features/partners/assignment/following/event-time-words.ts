import { eventDateWords } from '../../../agenda/events/index.ts'
import { byOwnSide } from '../../../directory/index.ts'
import type { SessionRequest } from '../request.ts'
import type { EventTime } from '../session.ts'

/** When an event begins, on both clocks where its hour is known. */
export function eventTimeWords(
  { reader, network, facts: context }: Pick<SessionRequest, 'reader' | 'network' | 'facts'>,
  { startsOn, startsAt, zone }: EventTime,
): string {
  return eventDateWords(reader, byOwnSide(reader, network.countries), {
    happens: startsOn,
    words: {},
    startsAt,
    endsAt: null,
    zone: zone ?? context.session.zone,
  })
}
