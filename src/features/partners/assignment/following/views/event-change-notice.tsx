import { Notice } from '../../../../../ui/blocks/notice.tsx'
import type { SessionRequest } from '../../call.ts'
import { hasMoved } from '../event-change.ts'
import { eventTimeWords } from './event-time-words.ts'

interface EventChangeNoticeProps {
  asked: SessionRequest
  /** Whether they have meetings that hold. */
  isOn: boolean
  /** Whether they still see the event. */
  isShown?: boolean
}

/** What those who come read while the event is not as it was when their meetings were set. */
export function EventChangeNotice({ asked, isOn, isShown = true }: EventChangeNoticeProps) {
  const { reader, ground } = asked
  const { session } = ground
  const { t } = reader
  const words = session.isEventCancelled
    ? t('partners.assignment.toldCancelled')
    : (session.isEventHidden || !isShown) && isOn
      ? t('partners.assignment.toldHidden')
      : hasMoved(session) && isOn
        ? t('partners.assignment.toldMoved', { now: eventTimeWords(asked, session.eventTime) })
        : null
  return words === null ? null : (
    <Notice reader={reader} kind="warning">
      <p>{words}</p>
    </Notice>
  )
}
