import { Notice } from '../../../../ui/blocks/notice.tsx'
import { eventDateWords } from '../../../agenda/events/index.ts'
import { byOwnSide } from '../../../directory/index.ts'
import type { SessionRequest } from '../request.ts'
import type { EventTime } from '../session.ts'
import { hasMoved } from './event-change.ts'

interface EventChangeNoticeProps {
  visit: SessionRequest
  /** Whether they have meetings that hold. */
  isOn: boolean
  /** Whether they still see the event. */
  isShown?: boolean
}

/** What participants read while the event is not as it was when their meetings were set. */
export function EventChangeNotice({ visit, isOn, isShown = true }: EventChangeNoticeProps) {
  // Participants hear of a cancelled event even when they have no meeting left.
  const words = isOn || visit.facts.session.isEventCancelled ? eventRemark(visit, isShown) : null
  return words === null ? null : (
    <Notice kind="warning">
      <p>{words}</p>
    </Notice>
  )
}

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
