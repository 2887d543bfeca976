import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import type { Entry } from '../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { paths } from '../../paths.ts'
import { type Meeting, meetingState } from '../meeting.ts'
import { MeetingClocks } from './meeting-clocks.tsx'
import { PlaceWords } from './place-words.tsx'

/** Meetings as list entries: what, when on both clocks, where. */
export function meetingEntries(
  reader: Reader,
  network: RecordNetwork,
  meetings: readonly Meeting[],
): Entry[] {
  return meetings.map((meeting) => ({
    key: meeting.slug,
    title: <Passage text={meeting.title} as="span" tags={false} />,
    href: paths.meeting(reader, network.slug, meeting.slug),
    body: (
      <>
        <MeetingClocks countries={network.countries} meeting={meeting} />
        <p class="quiet">
          <PlaceWords network={network.slug} meeting={meeting} isLinked={false} />
          {meetingState(meeting) === 'held' ? null : <MeetingStateMark meeting={meeting} />}
        </p>
      </>
    ),
  }))
}

/** The state of a meeting in one word. */
function MeetingStateMark({ meeting }: { meeting: Meeting }) {
  const reader = useReader()
  return <span class="tag">{reader.t(`minutes.state.${meetingState(meeting)}`)}</span>
}
