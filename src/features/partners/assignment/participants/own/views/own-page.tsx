import { Notice } from '../../../../../../ui/blocks/notice.tsx'
import { Section } from '../../../../../../ui/text/headings.tsx'
import type { ParticipantRequest } from '../../../call.ts'
import { EventChangeNotice } from '../../../following/views/event-change-notice.tsx'
import { paths } from '../../../paths.ts'
import type { Appointment } from '../../../publication/appointment.ts'
import { DoneNotice } from '../../../views/done-notice.tsx'
import { MeetingTable } from '../../../views/meeting-table.tsx'
import { MeetingsHeading } from '../../../views/meetings-heading.tsx'
import { ParticipantName } from '../../views/participant-name.tsx'
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
  const { reader, network, event, participant, ground } = asked
  const { t } = reader
  const isPublished = ground.session.publishedAt !== null
  return (
    <>
      <MeetingsHeading asked={asked} actions={<Files asked={asked} isEmpty={appointments.length === 0} />}>
        <ParticipantName reader={reader} participant={participant} />
      </MeetingsHeading>
      <DoneNotice reader={reader} done={done} />
      <EventChangeNotice asked={asked} isOn={appointments.length > 0} />
      {participant.leftAt === null ? null : (
        <Notice reader={reader} kind="warning">
          <p>{t('partners.assignment.leftNotice')}</p>
        </Notice>
      )}
      <Section id="meetings" title={t('partners.assignment.meetings')}>
        {appointments.length > 0 ? (
          <MeetingTable
            asked={asked}
            caption={t('partners.assignment.meetings')}
            meetings={appointments}
            own={participant}
          />
        ) : (
          <p>{t(isPublished ? 'partners.assignment.noOwnMeetings' : 'partners.assignment.notYet')}</p>
        )}
      </Section>
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
