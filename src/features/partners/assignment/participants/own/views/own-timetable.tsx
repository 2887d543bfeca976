import { FactList } from '../../../../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../../../../ui/reader.tsx'
import { Section } from '../../../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../../../ui/text/language-attributes.ts'
import type { ParticipantRequest } from '../../../call.ts'
import type { Appointment } from '../../../publication/appointment.ts'
import { phraseOf, placeOf } from '../../../publication/event-of.ts'
import { MeetingTable } from '../../../views/meeting-table.tsx'

interface OwnTimetableProps {
  asked: ParticipantRequest
  appointments: readonly Appointment[]
}

/** Whom a participant meets, when and where. */
export function OwnTimetable({ asked, appointments }: OwnTimetableProps) {
  const { reader, event, participant, ground } = asked
  const { t } = reader
  const isPublished = ground.session.publishedAt !== null
  const place = placeOf(reader, event)
  return (
    <Section id="meetings" title={t('partners.assignment.meetings')}>
      {appointments.length > 0 ? (
        <>
          {place === null ? null : <Place {...phraseOf(place)} />}
          <MeetingTable
            asked={asked}
            caption={t('partners.assignment.meetings')}
            meetings={appointments}
            own={participant}
          />
        </>
      ) : (
        <p>{t(isPublished ? 'partners.assignment.noOwnMeetings' : 'partners.assignment.notYet')}</p>
      )}
    </Section>
  )
}

function Place({ text, ...props }: { text: string; language?: string }) {
  const reader = useReader()
  const { language = reader.language } = props
  return (
    <FactList
      facts={[
        {
          term: reader.t('partners.assignment.venue'),
          detail: <span {...languageAttributes(reader, language)}>{text}</span>,
        },
      ]}
    />
  )
}
