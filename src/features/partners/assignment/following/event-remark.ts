import type { SessionRequest } from '../request.ts'
import { hasMoved } from './event-change.ts'
import { eventTimeWords } from './event-time-words.ts'

type Remarked = Pick<SessionRequest, 'reader' | 'network' | 'facts'>

/** Notice for participants while the event differs from what it was when their meetings were set; null otherwise. */
export function eventRemark(asked: Remarked, isShown = true): string | null {
  const { reader, facts: context } = asked
  const { session } = context
  if (session.isEventCancelled) return reader.t('partners.assignment.toldCancelled')
  if (session.isEventHidden || !isShown) return reader.t('partners.assignment.toldHidden')
  return hasMoved(session)
    ? reader.t('partners.assignment.toldMoved', { now: eventTimeWords(asked, session.eventTime) })
    : null
}
