import type { SessionRequest } from '../call.ts'
import { hasMoved } from './event-change.ts'
import { eventTimeWords } from './event-time-words.ts'

type Remarked = Pick<SessionRequest, 'reader' | 'network' | 'ground'>

/** What those who come are told while the event is not as it was when their meetings were set; null while it is. */
export function eventRemark(asked: Remarked, isShown = true): string | null {
  const { reader, ground } = asked
  const { session } = ground
  if (session.isEventCancelled) return reader.t('partners.assignment.toldCancelled')
  if (session.isEventHidden || !isShown) return reader.t('partners.assignment.toldHidden')
  return hasMoved(session)
    ? reader.t('partners.assignment.toldMoved', { now: eventTimeWords(asked, session.eventTime) })
    : null
}
