import { Notice } from '../../../../ui/blocks/notice.tsx'
import type { SessionRequest } from '../request.ts'
import { eventRemark } from './event-remark.ts'

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
