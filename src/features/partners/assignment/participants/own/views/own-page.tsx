import { FactList } from '../../../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../../../ui/blocks/notice.tsx'
import { Section } from '../../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../../ui/text/language-in-words.ts'
import { countryName } from '../../../../../directory/index.ts'
import type { ParticipantRequest } from '../../../call.ts'
import { paths } from '../../../paths.ts'
import type { Appointment } from '../../../publication/appointment.ts'
import { DoneNotice } from '../../../views/done-notice.tsx'
import { MeetingTable } from '../../../views/meeting-table.tsx'
import { MeetingsHeading } from '../../../views/meetings-heading.tsx'
import { ParticipantName } from '../../views/participant-name.tsx'

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
      <Wishes asked={asked} />
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

function Wishes({ asked }: { asked: ParticipantRequest }) {
  const { reader, network, event, participant, ground, isKeeper } = asked
  const { t } = reader
  const own = ground.wishes.filter(({ participantId }) => participantId === participant.id)
  const name = (id: string) => {
    const found = ground.participants.find((each) => each.id === id)
    return found ? <ParticipantName reader={reader} participant={found} /> : null
  }
  const wanted = own.filter(({ position }) => position !== null)
  const refused = own.filter(({ position }) => position === null)
  const isOpen = ground.session.takesRequests || isKeeper
  return (
    <Section
      id="wishes"
      title={t('partners.assignment.wishes')}
      aside={
        isOpen ? (
          <a href={paths.wishes(reader, network.slug, event.slug, participant.id)}>
            {t('partners.assignment.sayWishes')}
          </a>
        ) : undefined
      }
    >
      {wanted.length === 0 ? (
        <p>{t('partners.assignment.noWishes')}</p>
      ) : (
        <div class="prose">
          <ol>
            {wanted.map(({ otherId }) => (
              <li key={otherId}>{name(otherId)}</li>
            ))}
          </ol>
        </div>
      )}
      {refused.length === 0 ? null : (
        <>
          <p>{t('partners.assignment.ratherNot')}</p>
          <div class="prose">
            {' '}
            <ul>
              {refused.map(({ otherId }) => (
                <li key={otherId}>{name(otherId)}</li>
              ))}
            </ul>
          </div>{' '}
        </>
      )}
    </Section>
  )
}

function SaidFacts({ asked }: { asked: ParticipantRequest }) {
  const { reader, participant, ground } = asked
  const { t } = reader
  const { organisation, quota, languages, absences, personName, address } = participant
  return (
    <FactList
      facts={[
        { term: t('partners.assignment.country'), detail: countryName(reader, organisation.country) },
        { term: t('partners.assignment.quota'), detail: String(quota) },
        {
          term: t('partners.assignment.spoken'),
          detail:
            languages.length === 0
              ? t('partners.assignment.unsaid')
              : languages.map((language) => languageInWords(reader, language)).join(', '),
        },
        {
          term: t('partners.assignment.absencesShort'),
          detail: t('partners.assignment.absentFrom', {
            count: absences.length,
            slots: ground.session.slots.length,
          }),
        },
        ...(personName === '' ? [] : [{ term: t('partners.assignment.person'), detail: personName }]),
        ...(address === null ? [] : [{ term: t('partners.assignment.address'), detail: address }]),
      ]}
    />
  )
}

// Leaving calls off what was published: it stands at the end, with what it does.
function Presence({ asked }: { asked: ParticipantRequest }) {
  const { reader, network, event, participant, ground } = asked
  const { t } = reader
  const isHere = participant.leftAt === null
  const place = `/${reader.language}/${network.slug}/agenda/${event.slug}/meetings/participants/${participant.id}`
  return (
    <Section id="presence" title={t('partners.assignment.presence')}>
      <form method="post" action={`${place}/${isHere ? 'departure' : 'return'}`}>
        <p>
          {t(
            isHere
              ? ground.session.publishedAt === null
                ? 'partners.assignment.leaveHint'
                : 'partners.assignment.leavePublishedHint'
              : 'partners.assignment.returnHint',
          )}
        </p>
        <p>
          <button type="submit" class="button">
            {t(isHere ? 'partners.assignment.leave' : 'partners.assignment.return')}
          </button>
        </p>
      </form>
    </Section>
  )
}
