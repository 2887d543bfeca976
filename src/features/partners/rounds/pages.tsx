import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { writeDay } from '../../../platform/i18n/formatters.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { type FormState, readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import {
  type Choices,
  chosenId,
  OrganisationPicker,
  ownLanguageOf,
  shortNames,
} from '../../directory/index.ts'
import { addNetworkAction, addNetworkForm } from '../../directory/picking/index.ts'
import { listMeetings, type Meeting } from '../../minutes/index.ts'
import { loadNetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { listMembers } from '../members.queries.ts'
import { paths, roundPath } from '../paths.ts'
import { mayAdvise, mayReadAmongMembers } from '../policy.ts'
import { addCommitment, addRow, closeRound, openRound } from './commands.ts'
import { findWish, listRounds, lookUpRound, type MeetingRound } from './queries.ts'
import {
  loadAdvisedRoundRequest,
  loadRoundMeetingRequest,
  type RoundMeetingRequest,
  type RoundRequest,
} from './request.ts'
import type { RoundRow } from './round.ts'
import { closingForm, commitmentForm, longestWish } from './schema.ts'
import { addStatingRoutes } from './stating.pages.tsx'
import { MeetingName } from './views/meeting-name.tsx'
import { RoundPage } from './views/round-page.tsx'

/** The tour de table of a meeting: opened, shown, added to, closed. */
export function addRoundRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  pages.get('/:language/:network/partners/rounds', loadNetworkRequest, async (visit) => {
    const { context, reader, network } = visit
    if (!mayReadAmongMembers(context.actor, network.id)) return notFound('rounds')
    const [rounds, meetings] = await Promise.all([
      listRounds(context, network.id),
      mayAdvise(context.actor, network.id) ? listMeetings(context, network.id) : [],
    ])
    return renderNetworkPage(visit, {
      title: reader.t('partners.round.listTitle'),
      description: reader.t('partners.round.lead'),
      path: roundPath(),
      noindex: true,
      children: <RoundsPage network={network.slug} rounds={rounds} meetings={meetings} />,
    })
  })

  pages.get('/:language/:network/partners/rounds/:meeting', loadRoundMeetingRequest, (visit) =>
    show(visit, { values: {}, errors: [] }, new Map()),
  )

  pages.post(
    '/:language/:network/partners/rounds/:meeting',
    loadRoundMeetingRequest,
    async ({ reply, writing, reader, network, meeting }) => {
      if (!mayAdvise(writing.actor, network.id)) return notFound(meeting.slug)
      await openRound(writing, { networkId: network.id, meetingId: meeting.id })
      return reply.redirect(paths.round(reader, network.slug, meeting.slug), 303)
    },
  )

  pages.post(
    '/:language/:network/partners/rounds/:meeting/closing',
    loadAdvisedRoundRequest,
    async ({ request, reply, writing, reader, network, meeting, round }) => {
      const form = readForm(closingForm, request.body)
      if (form.valid) await closeRound(writing, round, form.data.closed === 'yes')
      return reply.redirect(paths.round(reader, network.slug, meeting.slug), 303)
    },
  )

  addNetworkAction(pages, '/:language/:network/partners/rounds/:meeting/rows', {
    open: loadAdvisedRoundRequest,
    schema: z.object({}),
    pickers: ['organisation'],
    again: (visit, form, choices) => show(visit, form, choices),
    save: async ({ writing, reader, network, meeting, round }, _, choices) => {
      await addRow(writing, round, chosenId(choices, 'organisation') ?? notFound('organisation'))
      return paths.round(reader, network.slug, meeting.slug)
    },
  })

  addStatingRoutes(app, application)
  addCommitmentRoutes(app, application)
}

async function show(visit: RoundMeetingRequest, form: FormState, choices: Choices) {
  const { writing, reader, network, meeting } = visit
  const round = await lookUpRound(writing, network.id, meeting.id)
  const advises = mayAdvise(writing.actor, network.id)
  if (!round && !advises) return notFound(meeting.slug)
  const title = chooseText(meeting.title, reader.language)?.text ?? meeting.slug
  return renderNetworkPage(visit, {
    title: reader.t('partners.round.title', { meeting: title }),
    description: reader.t('partners.round.lead'),
    path: roundPath(meeting.slug),
    noindex: true,
    children: (
      <RoundPage
        network={network}
        meeting={meeting}
        round={round}
        actor={writing.actor}
        members={round ? 0 : (await listMembers(writing, network.id)).length}
        form={form}
        choices={choices}
      />
    ),
  })
}

interface RoundsPageProps {
  network: string
  rounds: readonly MeetingRound[]
  /** Meetings for which one may be opened; none for people who are not of the secretariat. */
  meetings: readonly Meeting[]
}

/** The rounds of a network, and the meetings that have none yet. */
function RoundsPage({ network, rounds, meetings }: RoundsPageProps) {
  const reader = useReader()
  const { t } = reader
  const known = new Set(rounds.map(({ slug }) => slug))
  const open = meetings.filter(({ slug, cancelledAt }) => !known.has(slug) && cancelledAt === null)
  const day = (iso: string) => writeDay(reader.interfaceLanguage, iso, { dateStyle: 'long' })
  return (
    <>
      <PageHeading lead={t('partners.round.lead')}>{t('partners.round.listTitle')}</PageHeading>
      {rounds.length === 0 ? (
        <EmptyState
          title={t('partners.round.emptyTitle')}
          why={t(meetings.length > 0 ? 'partners.round.emptyWhyAdviser' : 'partners.round.emptyWhy')}
        />
      ) : (
        <EntryList
          entries={rounds.map((round) => ({
            key: round.slug,
            title: <MeetingName meeting={round} />,
            href: paths.round(reader, network, round.slug),
            meta: `${day(round.heldOn)} · ${t('partners.round.spoken', { stated: round.stated, rows: round.rows })}`,
          }))}
        />
      )}
      {open.length > 0 ? (
        <Section id="meetings" title={t('partners.round.open')}>
          <EntryList
            entries={open.slice(0, 10).map((meeting) => ({
              key: meeting.slug,
              title: <MeetingName meeting={meeting} />,
              href: paths.round(reader, network, meeting.slug),
              meta: day(meeting.heldOn),
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}

/** Who undertakes what because of a wish, and by when: a decision of the meeting. */
function addCommitmentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, '/:language/:network/partners/rounds/:meeting/wishes/:wish/commitment', {
    open: loadWishRequest,
    title: 'partners.round.commitTitle',
    description: 'partners.round.lead',
    path: ({ meeting, wish }) => `${roundPath(meeting.slug)}/wishes/${wish.id}/commitment`,
    action: ({ reader, network, meeting, wish }) =>
      paths.commitment(reader, network.slug, meeting.slug, wish.id),
    submit: 'partners.round.commitSave',
    page: ({ reader, network, meeting, wish, row }, form, state) => (
      <>
        <ErrorList form={state} />
        <PageHeading
          kicker={
            <a href={paths.round(reader, network.slug, meeting.slug)}>
              {reader.t('partners.round.name')} – <MeetingName meeting={meeting} />
            </a>
          }
          lead={reader.t('partners.round.commitLead')}
        >
          {reader.t('partners.round.commitTitle')}
        </PageHeading>
        <p class="expectation-way">
          <Name name={shortNames(row.organisation)} own={ownLanguageOf(row.organisation.country)} />
        </p>
        <p>
          {reader.t(`partners.round.kindOf.${wish.kind}`)} – <Passage text={wish.text} as="span" />
        </p>
        {form}
      </>
    ),
    schema: ({ reader, writing }) => commitmentForm(reader.interfaceLanguage, writing.today),
    pickers: ['organisation'],
    fields: ({ reader: { t }, network }, _, choices) => (
      <>
        <OrganisationPicker
          name="organisation"
          label={t('partners.round.commitBy')}
          picked={choices.get('organisation') ?? { state: 'empty' }}
          required
        />
        <LocalizedField
          languages={network.languages}
          name="text"
          label={t('partners.round.commitText')}
          text={{}}
          max={longestWish}
          rows={2}
          required
        />
        <DateField name="due" label={t('partners.round.commitDue')} assumesYear required />
      </>
    ),
    save: async ({ writing, reader, network, meeting, round, wish }, { text, due }, choices) => {
      await addCommitment(writing, round, {
        wishId: wish.id,
        organisationId: chosenId(choices, 'organisation') ?? notFound('organisation'),
        text,
        due,
        language: reader.interfaceLanguage,
      })
      return paths.round(reader, network.slug, meeting.slug)
    },
  })
}

type WishRequest = RoundRequest & { wish: Awaited<ReturnType<typeof findWish>>; row: RoundRow }

async function loadWishRequest(visit: Visit): Promise<WishRequest> {
  const { request } = visit
  const loaded = await loadAdvisedRoundRequest(visit)
  const wish = await findWish(loaded.writing, loaded.round.id, parameterOf(request.params, 'wish') ?? '')
  const row = loaded.round.rows.find(({ organisation }) => organisation.id === wish.organisationId)
  return { ...loaded, wish, row: row ?? notFound(wish.id) }
}
