import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { countryName } from '../../../directory/index.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { type ParticipantRequest, readToldRequest } from '../call.ts'
import { EventChangeNotice } from '../following/event-change-notice.tsx'
import { drawMeetingsPage } from '../page.tsx'
import { paths } from '../paths.ts'
import { type Appointment, appointmentsOf } from '../publication/appointment.ts'
import { phraseOf, placeOf } from '../publication/event-of.ts'
import { listAppointments } from '../publication/queries.ts'
import { DoneNotice } from '../views/done-notice.tsx'
import { MeetingTable } from '../views/meeting-table.tsx'
import { MeetingsHeading } from '../views/meetings-heading.tsx'
import { ParticipantName, participantName } from './participant-name.tsx'

/** The page of a participant: its wishes, its meetings, its files. */
export function addOwnPageRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/agenda/:slug/meetings/participants/:id', readToldRequest, async (asked) => {
    const { request, reader, writing, participant, ground } = asked
    const all = await listAppointments(writing, ground.session.id)
    const appointments = appointmentsOf(all, participant)
    if (!asked.isShown)
      return drawNetworkPage(asked, {
        title: participantName(reader, participant),
        description: reader.t('partners.assignment.title'),
        path: `/agenda/${asked.event.slug}/meetings/participants/${participant.id}`,
        noindex: true,
        children: <UnshownPage asked={asked} appointments={appointments} />,
      })
    return drawMeetingsPage(asked, {
      title: participantName(reader, participant),
      path: `/participants/${participant.id}`,
      children: (
        <OwnPage asked={asked} done={parameterOf(request.query, 'done') ?? ''} appointments={appointments} />
      ),
    })
  })
}

interface UnshownPageProps {
  asked: ParticipantRequest
  appointments: readonly Appointment[]
}

/** The meetings that somebody was told of at an event that is not shown any more: theirs, and nothing of the event. */
function UnshownPage({ asked, appointments }: UnshownPageProps) {
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

interface OwnPageProps {
  asked: ParticipantRequest
  done: string
  appointments: readonly Appointment[]
}

/** A participant: whom it meets and when, whom it wishes for, and what is said of it. */
function OwnPage({ asked, done, appointments }: OwnPageProps) {
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

/** Leaving the meetings and coming back, with what it does to what was published. */
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
        <p class="form-actions">
          <button type="submit" class="button">
            {t(isHere ? 'partners.assignment.leave' : 'partners.assignment.return')}
          </button>
        </p>
      </form>
    </Section>
  )
}

/** What was said of a participant. */
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

/** Whom a participant wants to meet, in order, and whom it would rather not. */
function OwnWishes({ asked }: { asked: ParticipantRequest }) {
  const { reader, network, event, participant, ground, isKeeper } = asked
  const { t } = reader
  const own = ground.wishes.filter(({ participantId }) => participantId === participant.id)
  const name = (id: string) => {
    const found = ground.participants.find((each) => each.id === id)
    return found ? <ParticipantName participant={found} /> : null
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

interface OwnTimetableProps {
  asked: ParticipantRequest
  appointments: readonly Appointment[]
}

/** Whom a participant meets, when and where. */
function OwnTimetable({ asked, appointments }: OwnTimetableProps) {
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
