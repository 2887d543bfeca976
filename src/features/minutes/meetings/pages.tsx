import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import { anonymous } from '../../../platform/context/actor.ts'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import { listRecordLinks } from '../../../platform/records/record-link.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { listTiesBetween } from '../../agenda/events/index.ts'
import { AssessmentNotice, assessPlannedEvent } from '../../agenda/planning/index.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  type NetworkRequest,
  renderNetworkPage,
} from '../../networks/index.ts'
import { NextSteps } from '../../registry/index.ts'
import { PendingList } from '../actions/action-list.tsx'
import { FollowUpLink } from '../actions/follow-up-link.tsx'
import { listPending, type PendingAction } from '../actions/queries.ts'
import { lookUpOwnParticipation } from '../attendance/queries.ts'
import { sayConvenedState } from '../convocations/commands.ts'
import { type Decision, listDecisions } from '../decisions/queries.ts'
import { listPenIds } from '../notes/queries.ts'
import { meetingPath, paths } from '../paths.ts'
import { mayAmend, mayFollowAction, mayKeepMeetings, mayReadConvened, mayTakeNotes } from '../policy.ts'
import { loadKeptMeetingRequest } from '../request.ts'
import { addMeetingFormRoutes } from './editing.pages.tsx'
import { type Meeting, meetingState, minutesPhase } from './meeting.ts'
import { findMeetingPage, type MeetingPageData } from './meeting-page-data.ts'
import { countWay, listMeetingSteps, listMeetings } from './queries.ts'
import { stateForm } from './schema.ts'
import { clockWords, meetingEntries } from './views/meeting-facts.tsx'
import { MeetingPage } from './views/meeting-page.tsx'
import { MeetingSteps, OwnWork } from './views/meeting-steps.tsx'

/** The meetings of a network, and each of them. */
export function addMeetingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  pages.get('/:language/:network/meetings', showList)
  addMeetingFormRoutes(app, application)
  pages.get('/:language/:network/meetings/:slug', showMeeting)
  pages
    .with(noStore)
    .post(
      '/:language/:network/meetings/:slug/states',
      loadKeptMeetingRequest,
      async ({ request, reply, writing, reader, network, meeting }) => {
        const form = readForm(stateForm, request.body)
        const state = form.valid ? (form.data.is ?? form.data.not) : undefined
        if (form.valid && state)
          await sayConvenedState(
            application,
            writing,
            { network, meeting },
            { state, isSo: form.data.is === state },
          )
        return reply.redirect(`${paths.meeting(reader, network.slug, meeting.slug)}#work`, 303)
      },
    )
}

async function showList(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { context, reader, network } = loaded
  const [meetings, pending] = await Promise.all([
    listMeetings(context, network.id),
    listPending(context, network.id),
  ])
  return renderNetworkPage(loaded, {
    title: reader.t('minutes.list.title'),
    description: reader.t('minutes.list.lead'),
    path: '/meetings',
    children: (
      <MeetingsPage
        network={network}
        meetings={meetings}
        pending={pending}
        mayKeep={mayKeepMeetings(context.actor, network.id)}
        controls={(action) =>
          mayFollowAction(context.actor, network.id, action.organisation?.id ?? null) ? (
            <FollowUpLink network={network.slug} action={action} />
          ) : null
        }
      />
    ),
  })
}

async function showMeeting(visit: Visit) {
  const { request, application } = visit
  const loaded = await loadNetworkRequest(visit)
  const { context, reader, network } = loaded
  const data = await findMeetingPage(context, network.id, parameterOf(request.params, 'slug') ?? '')
  const { meeting } = data
  const title = chooseText(meeting.title, reader.language)?.text ?? meeting.slug
  const isPublic = meeting.announcedAt !== null || meeting.heldAt !== null
  return renderNetworkPage(loaded, {
    title,
    description: `${title} – ${clockWords(reader, { countries: network.countries, meeting })}`,
    path: meetingPath(meeting.slug),
    noindex: !isPublic || reader.now !== null,
    ...(isPublic
      ? { structuredData: structuredData(reader, meeting, addressOf(application, loaded, meeting.slug)) }
      : {}),
    children: (
      <MeetingPage
        network={network}
        data={data}
        work={await renderWork(application, loaded, data)}
        next={await followDecisions(loaded, data)}
        links={
          await listRecordLinks(application.recordLinks, {
            context,
            reader,
            network,
            kind: 'meeting',
            record: meeting,
          })
        }
      />
    ),
  })
}

/** What follows from a decision that names who acts: for all of a meeting with the same few statements. */
async function followDecisions({ context, reader, network }: NetworkRequest, data: MeetingPageData) {
  const { actor } = context
  if (!mayReadConvened(actor, network.id)) return undefined
  const actingIn = ({ actions }: Decision) => [
    ...new Map(
      actions.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation] as const] : [])),
    ).values(),
  ]
  const ids = data.decisions.flatMap((decision) => actingIn(decision).map(({ id }) => id))
  const [ties, told] = await Promise.all([
    listTiesBetween(context, network.id, [...new Set(ids)]),
    listDecisions({ ...context, actor: anonymous }, network.id, { meetingId: data.meeting.id }),
  ])
  const meeting = chooseText(data.meeting.title, reader.language)?.text ?? ''
  return (decision: Decision) => {
    const parties = actingIn(decision)
    if (decision.state !== 'decided' || parties.length === 0) return null
    const isActing = ({ id }: { id: string }) => parties.some((party) => party.id === id)
    const isPublic = told.some(({ id }) => id === decision.id)
    const agreed = {
      parties,
      ties: ties.filter((tie) => tie.parties.filter(isActing).length > 1),
      title: isPublic ? chooseText(decision.text, reader.language)?.text : undefined,
      source: reader.t('minutes.decision.source', { title: meeting }),
      isPublic,
    }
    return <NextSteps network={network} actor={actor} agreed={agreed} isFolded />
  }
}

async function renderWork(application: Application, visit: NetworkRequest, { meeting }: MeetingPageData) {
  const { context, network } = visit
  const { actor } = context
  if (!mayReadConvened(actor, network.id)) return null
  if (mayKeepMeetings(actor, network.id)) {
    const [figures, said] = await Promise.all([
      countWay(context, meeting.id),
      listMeetingSteps(context, meeting.id),
    ])
    const { heldOn, startsAt, endsAt } = meeting
    const state = meeting.heldAt || meeting.cancelledAt ? 'past' : 'planned'
    const date = await assessPlannedEvent(context, network, { state, happens: heldOn, startsAt, endsAt })
    return (
      <>
        {date && date.grade !== 'clear' ? (
          <AssessmentNotice countries={network.countries} assessment={date} />
        ) : null}
        <MeetingSteps
          network={network.slug}
          meeting={meeting}
          day={visit.usualDay}
          figures={figures}
          said={said}
        />
      </>
    )
  }
  const [penIds, own] = await Promise.all([
    listPenIds(context, meeting.id),
    lookUpOwnParticipation(context, meeting),
  ])
  return (
    <OwnWork
      network={network.slug}
      meeting={meeting}
      mayTakeNotes={mayTakeNotes(actor, network.id, penIds)}
      mayAmend={
        minutesPhase(meeting, dayOf(application.clock)) === 'amendable' &&
        mayAmend(actor, network.id, own !== null)
      }
    />
  )
}

function addressOf(application: Application, { reader, network }: NetworkRequest, slug: string): string {
  return `${application.settings.baseUrl}/${reader.language}/${network.slug}${meetingPath(slug)}`
}

interface MeetingsPageProps {
  network: RecordNetwork
  meetings: readonly Meeting[]
  pending: readonly PendingAction[]
  mayKeep: boolean
  controls?: ((action: PendingAction) => ComponentChildren) | undefined
}

/** The meetings of a network: upcoming ones, open actions, and past ones. */
function MeetingsPage({ network, meetings, pending, mayKeep, controls }: MeetingsPageProps) {
  const reader = useReader()
  const { t } = reader
  const isComing = ({ heldOn, heldAt }: Meeting) => heldOn >= reader.today && heldAt === null
  const coming = meetings.filter(isComing).toReversed()
  const past = meetings.filter((meeting) => !isComing(meeting))
  return (
    <>
      <PageHeading
        lead={t('minutes.list.lead')}
        actions={
          mayKeep ? (
            <a class="button primary" href={paths.newMeeting(reader, network.slug)}>
              {t('minutes.list.new')}
            </a>
          ) : undefined
        }
      >
        {t('minutes.list.title')}
      </PageHeading>
      {meetings.length === 0 ? (
        <EmptyState
          title={t('minutes.list.emptyTitle')}
          why={t(mayKeep ? 'minutes.list.emptyWhyKeeper' : 'minutes.list.emptyWhy')}
        />
      ) : null}
      {coming.length > 0 ? (
        <Section id="coming" title={t('minutes.list.coming')}>
          <EntryList entries={meetingEntries(reader, network, coming)} />
        </Section>
      ) : null}
      {pending.length > 0 ? (
        <Section id="pending" title={t('minutes.list.pending')}>
          <PendingList network={network.slug} actions={pending} controls={controls} />
        </Section>
      ) : null}
      {past.length > 0 ? (
        <Section id="past" title={t('minutes.list.past')}>
          <EntryList entries={meetingEntries(reader, network, past)} />
        </Section>
      ) : null}
    </>
  )
}

/** The meeting as a schema.org event for search engines. */
function structuredData(reader: Reader, meeting: Meeting, url: string): object {
  const onClock = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime())
      .toZonedDateTimeISO(meeting.zone)
      .toString({ timeZoneName: 'never', smallestUnit: 'minute' })
  const { placeOrganisation } = meeting
  const words = chooseText(meeting.place, reader.language)?.text
  const city = placeOrganisation ? chooseName(placeOrganisation.name, reader.language).text : undefined
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: chooseText(meeting.title, reader.language)?.text ?? meeting.slug,
    url,
    startDate: meeting.startsAt ? onClock(meeting.startsAt) : meeting.heldOn,
    ...(meeting.endsAt ? { endDate: onClock(meeting.endsAt) } : {}),
    eventStatus: `https://schema.org/${meetingState(meeting) === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    inLanguage: meeting.languages,
    ...(words || city
      ? { location: { '@type': 'Place', name: words ?? city, ...(city ? { address: city } : {}) } }
      : {}),
  }
}
