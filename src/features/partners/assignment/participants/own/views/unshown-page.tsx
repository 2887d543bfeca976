import { PageHeading, Section } from '../../../../../../ui/text/headings.tsx'
import type { ParticipantRequest } from '../../../call.ts'
import { EventChangeNotice } from '../../../following/views/event-change-notice.tsx'
import type { Appointment } from '../../../publication/appointment.ts'
import { MeetingTable } from '../../../views/meeting-table.tsx'
import { ParticipantName } from '../../views/participant-name.tsx'

interface UnshownPageProps {
  asked: ParticipantRequest
  appointments: readonly Appointment[]
}

/** The meetings that somebody was told of at an event that is not shown any more: theirs, and nothing of the event. */
export function UnshownPage({ asked, appointments }: UnshownPageProps) {
  const { reader, participant } = asked
  const { t } = reader
  return (
    <>
      <PageHeading>
        <ParticipantName reader={reader} participant={participant} />
      </PageHeading>
      <EventChangeNotice asked={asked} isOn isShown={false} />
      <Section id="meetings" title={t('partners.assignment.meetings')}>
        {appointments.length > 0 ? (
          <MeetingTable
            asked={asked}
            caption={t('partners.assignment.meetings')}
            meetings={appointments}
            own={participant}
          />
        ) : (
          <p>{t('partners.assignment.noOwnMeetings')}</p>
        )}
      </Section>
    </>
  )
}
