import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { countryName } from '../../../directory/index.ts'
import { renderNetworkPage } from '../../../networks/index.ts'
import { EventChangeNotice } from '../following/event-change-notice.tsx'
import { renderMeetingsPage } from '../frame.tsx'
import { paths } from '../paths.ts'
import { type Appointment, appointmentsOf } from '../publication/appointment.ts'
import { declinable } from '../publication/declining.commands.ts'
import { phraseOf, placeOf } from '../publication/event-of.ts'
import { listAppointments } from '../publication/queries.ts'
import { loadToldRequest, type ParticipantRequest } from '../request.ts'
import { DoneNotice } from '../views/done-notice.tsx'
import { MeetingTable } from '../views/meeting-table.tsx'
import { MeetingsHeading } from '../views/meetings-heading.tsx'
import { ParticipantName, participantName } from './participant-name.tsx'

/** The page of a participant: its wishes, its meetings, its files. */
export function addOwnPageRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  pages.get('/:language/:network/agenda/:slug/meetings/participants/:id', loadToldRequest, async (visit) => {
    const { request, reader, writing, participant, facts } = visit
    const all = await listAppointments(writing, facts.session.id)
    const appointments = appointmentsOf(all, participant)
    if (!visit.isShown)
      return renderNetworkPage(visit, {
        title: participantName(reader, participant),
        description: reader.t('partners.assignment.title'),
        path: `/agenda/${visit.event.slug}/meetings/participants/${participant.id}`,
        noindex: true,
        children: <UnshownPage visit={visit} appointments={appointments} />,
      })
    return renderMeetingsPage(visit, {
      title: participantName(reader, participant),
      path: `/participants/${participant.id}`,
      children: (
        <OwnPage visit={visit} done={parameterOf(request.query, 'done') ?? ''} appointments={appointments} />
      ),
    })
  })
}

interface UnshownPageProps {
  visit: ParticipantRequest & { isShown: boolean }
  appointments: readonly Appointment[]
}

/** The meetings that a participant was notified of at an event that is no longer shown: its own, and nothing of the event. */
function UnshownPage({ visit, appointments }: UnshownPageProps) {
  const { participant } = visit
  return (
    <>
      <PageHeading>
        <ParticipantName participant={participant} />
      </PageHeading>
      <EventChangeNotice visit={visit} isOn isShown={false} />
      <OwnTimetable visit={visit} appointments={appointments} />
    </>
  )
}

interface OwnPageProps {
  visit: ParticipantRequest & { isShown: boolean }
  done: string
  appointments: readonly Appointment[]
}

/** Page of a participant: its counterparts and times, its wishes, and what is recorded of it. */
function OwnPage({ visit, done, appointments }: OwnPageProps) {
  const { reader, network, event, participant } = visit
  const { t } = reader
  return (
    <>
      <MeetingsHeading visit={visit} actions={<Files visit={visit} isEmpty={appointments.length === 0} />}>
        <ParticipantName participant={participant} />
      </MeetingsHeading>
      <DoneNotice done={done} />
      <EventChangeNotice visit={visit} isOn={appointments.length > 0} />
      {participant.leftAt === null ? null : (
        <Notice kind="warning">
          <p>{t('partners.assignment.leftNotice')}</p>
        </Notice>
      )}
      <OwnTimetable visit={visit} appointments={appointments} />
      <OwnWishes visit={visit} />
      <Section
        id="facts"
        title={t('partners.assignment.said')}
        aside={
          <a href={paths.editing(reader, network.slug, event.slug, participant.id)}>
            {t('partners.assignment.edit')}
          </a>
        }
      >
        <SaidFacts visit={visit} />
      </Section>
      <Presence visit={visit} />
    </>
  )
}

function Files({ visit, isEmpty }: { visit: ParticipantRequest; isEmpty: boolean }) {
  const { reader, network, event, participant } = visit
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

/** Leaving the meetings and coming back, with what it does to what was published. */
function Presence({ visit }: { visit: ParticipantRequest }) {
  const { reader, network, event, participant, facts } = visit
  const { t } = reader
  const isHere = participant.leftAt === null
  const place = `/${reader.language}/${network.slug}/agenda/${event.slug}/meetings/participants/${participant.id}`
  return (
    <Section id="presence" title={t('partners.assignment.presence')}>
      <form method="post" action={`${place}/${isHere ? 'departure' : 'return'}`}>
        <p>
          {t(
            isHere
              ? facts.session.publishedAt === null
                ? 'partners.assignment.leaveHint'
                : 'partners.assignment.leavePublishedHint'
              : 'partners.assignment.returnHint',
          )}
        </p>
        <p class="form-actions">
          <button type="submit" class="button">
            {t(isHere ? 'partners.assignment.leave' : 'partners.assignment.return')}
          </button>
        </p>
      </form>
    </Section>
  )
}

/** The details of a participant. */
function SaidFacts({ visit }: { visit: ParticipantRequest }) {
  const { reader, participant, facts } = visit
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
            slots: facts.session.slots.length,
          }),
        },
        ...(personName === '' ? [] : [{ term: t('partners.assignment.person'), detail: personName }]),
        ...(address === null ? [] : [{ term: t('partners.assignment.address'), detail: address }]),
      ]}
    />
  )
}

/** The counterparts that a participant wants to meet, in order, and those it would rather not. */
function OwnWishes({ visit }: { visit: ParticipantRequest }) {
  const { reader, network, event, participant, facts, isKeeper } = visit
  const { t } = reader
  const own = facts.wishes.filter(({ participantId }) => participantId === participant.id)
  const name = (id: string) => {
    const found = facts.participants.find((each) => each.id === id)
    return found ? <ParticipantName participant={found} /> : null
  }
  const wanted = own.filter(({ position }) => position !== null)
  const refused = own.filter(({ position }) => position === null)
  const isOpen = facts.session.takesRequests || isKeeper
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

interface OwnTimetableProps {
  visit: ParticipantRequest & { isShown: boolean }
  appointments: readonly Appointment[]
}

/** The counterparts of a participant, with time and place. */
function OwnTimetable({ visit, appointments }: OwnTimetableProps) {
  const { reader, network, event, participant, facts, isShown } = visit
  const { t } = reader
  const isPublished = facts.session.publishedAt !== null
  const place = placeOf(reader, event)
  return (
    <Section
      id="meetings"
      title={t('partners.assignment.meetings')}
      aside={
        isShown && declinable(visit.writing, appointments, participant).length > 0 ? (
          <a href={paths.declining(reader, network.slug, event.slug, participant.id)}>
            {t('partners.assignment.decline')}
          </a>
        ) : undefined
      }
    >
      {appointments.length > 0 ? (
        <>
          {place === null ? null : <Place {...phraseOf(place)} />}
          <MeetingTable
            visit={visit}
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
