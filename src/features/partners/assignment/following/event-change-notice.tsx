import { Notice } from '../../../../ui/blocks/notice.tsx'
import type { SessionRequest } from '../call.ts'
import { eventRemark } from './event-remark.ts'

interface EventChangeNoticeProps {
  asked: SessionRequest
  /** Whether they have meetings that hold. */
  isOn: boolean
  /** Whether they still see the event. */
  isShown?: boolean
}

/** What those who come read while the event is not as it was when their meetings were set. */
export function EventChangeNotice({ asked, isOn, isShown = true }: EventChangeNoticeProps) {
  // Of an event that does not take place they hear also when nothing of theirs is left.
  const words = isOn || asked.ground.session.isEventCancelled ? eventRemark(asked, isShown) : null
  return words === null ? null : (
    <Notice kind="warning">
      <p>{words}</p>
    </Notice>
  )
}
