import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type Meeting, meetingState } from '../meeting.ts'

/** How a meeting stands, in a word; one that took place needs none in a list of such. */
export function MeetingStateMark({ reader, meeting }: { reader: Reader; meeting: Meeting }) {
  return <span class="tag">{reader.t(`minutes.state.${meetingState(meeting)}`)}</span>
}
