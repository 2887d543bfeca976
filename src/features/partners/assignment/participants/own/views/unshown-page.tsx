import { PageHeading } from '../../../../../../ui/text/headings.tsx'
import type { ParticipantRequest } from '../../../call.ts'
import { EventChangeNotice } from '../../../following/views/event-change-notice.tsx'
import type { Appointment } from '../../../publication/appointment.ts'
import { ParticipantName } from '../../views/participant-name.tsx'
import { OwnTimetable } from './own-timetable.tsx'

interface UnshownPageProps {
  asked: ParticipantRequest
  appointments: readonly Appointment[]
}

/** The meetings that somebody was told of at an event that is not shown any more: theirs, and nothing of the event. */
export function UnshownPage({ asked, appointments }: UnshownPageProps) {
  const { participant } = asked
  return (
    <>
      <PageHeading>
        <ParticipantName participant={participant} />
      </PageHeading>
      <EventChangeNotice asked={asked} isOn isShown={false} />
      <OwnTimetable asked={asked} appointments={appointments} />
    </>
  )
}
