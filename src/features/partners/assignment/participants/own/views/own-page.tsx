import { Notice } from '../../../../../../ui/blocks/notice.tsx'
import { Section } from '../../../../../../ui/text/headings.tsx'
import type { ParticipantRequest } from '../../../call.ts'
import { EventChangeNotice } from '../../../following/views/event-change-notice.tsx'
import { paths } from '../../../paths.ts'
import type { Appointment } from '../../../publication/appointment.ts'
import { DoneNotice } from '../../../views/done-notice.tsx'
import { MeetingsHeading } from '../../../views/meetings-heading.tsx'
import { ParticipantName } from '../../views/participant-name.tsx'
import { OwnTimetable } from './own-timetable.tsx'
import { OwnWishes } from './own-wishes.tsx'
import { Presence } from './presence.tsx'
import { SaidFacts } from './said-facts.tsx'

interface OwnPageProps {
  asked: ParticipantRequest
  done: string
  appointments: readonly Appointment[]
}

/** A participant: whom it meets and when, whom it wishes for, and what is said of it. */
export function OwnPage({ asked, done, appointments }: OwnPageProps) {
  const { reader, network, event, participant } = asked
  const { t } = reader
  return (
    <>
      <MeetingsHeading asked={asked} actions={<Files asked={asked} isEmpty={appointments.length === 0} />}>
        <ParticipantName participant={participant} />
      </MeetingsHeading>
      <DoneNotice done={done} />
      <EventChangeNotice asked={asked} isOn={appointments.length > 0} />
      {participant.leftAt === null ? null : (
        <Notice kind="warning">
          <p>{t('partners.assignment.leftNotice')}</p>
        </Notice>
      )}
      <OwnTimetable asked={asked} appointments={appointments} />
      <OwnWishes asked={asked} />
      <Section
        id="facts"
        title={t('partners.assignment.said')}
        aside={
          <a href={paths.editing(reader, network.slug, event.slug, participant.id)}>
            {t('partners.assignment.edit')}
          </a>
        }
      >
        <SaidFacts asked={asked} />
      </Section>
      <Presence asked={asked} />
    </>
  )
}

function Files({ asked, isEmpty }: { asked: ParticipantRequest; isEmpty: boolean }) {
  const { reader, network, event, participant } = asked
  if (isEmpty) return null
  const file = (format: 'ics' | 'xlsx' | 'pdf') =>
    paths.ownFile(reader, network.slug, event.slug, participant.id, format)
  return (
    <>
      <a class="button" href={file('ics')}>
        {reader.t('partners.assignment.toCalendar')}
      </a>{' '}
      <a class="button" href={file('pdf')}>
        {reader.t('partners.assignment.asSheet')}
      </a>{' '}
      <a class="button" href={file('xlsx')}>
        {reader.t('partners.assignment.asTable')}
      </a>
    </>
  )
}
