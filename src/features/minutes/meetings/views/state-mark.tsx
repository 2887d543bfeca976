import { useReader } from '../../../../ui/reader.tsx'
import { type Meeting, meetingState } from '../meeting.ts'

/** How a meeting stands, in a word; one that took place needs none in a list of such. */
export function MeetingStateMark({ meeting }: { meeting: Meeting }) {
  const reader = useReader()
  return <span class="tag">{reader.t(`minutes.state.${meetingState(meeting)}`)}</span>
}
