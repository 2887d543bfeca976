import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { addressFor, withParameters } from '../../../platform/i18n/reader.ts'
import { parameterOf, readPageNumber } from '../../../platform/input/parameters.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageSteps } from '../../../ui/table/pagination.tsx'
import { clockWords } from '../../../ui/text/clock-lines.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { byOwnSide } from '../../directory/index.ts'
import { loadNetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { paths as eventPaths } from '../events/paths.ts'
import { paths as agendaPaths } from '../paths.ts'
import { mayAskForDate } from '../policy.ts'
import { addAnsweringRoutes } from './ballots/pages.tsx'
import { addPolledRoutes } from './by-link.pages.tsx'
import { addDateChoiceRoutes } from './choose-date/pages.tsx'
import { renderPoll } from './frame.tsx'
import { addKeepingRoutes } from './keeping.pages.tsx'
import { addMakingRoutes } from './making/pages.tsx'
import { paths } from './paths.ts'
import { type Poll, type PollState, stateOf } from './poll.ts'
import { listPolls } from './queries.ts'
import { loadInsideRequest, loadPollRequest } from './request.ts'
import { countAnswered } from './voters.queries.ts'

/** Date polls: the form, the answers of people with an account and without, the results. */
export function addPollRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addListRoutes,
    addMakingRoutes,
    addAnsweringRoutes,
    addKeepingRoutes,
    addDateChoiceRoutes,
    addPolledRoutes,
  ])
    add(app, application)
}

const pollsAPage = 50

/** The polls of a network, and each of them, for its people. */
function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const list = '/:language/:network/agenda/polls'
  pages.get(list, async (visit) => {
    return (await sendToSignIn(visit)) ?? showList(visit)
  })
  pages.get(
    `${list}/:id`,
    async (visit) => (await sendToSignIn(visit)) ?? renderPoll(await loadPollRequest(visit)),
  )
}

// Mails lead here: people who are not signed in sign in first.
async function sendToSignIn(visit: Visit): Promise<FastifyReply | null> {
  const { request, reply } = visit
  const { writing, reader, network } = await loadNetworkRequest(visit)
  if (writing.actor.kind !== 'anonymous') return null
  const id = parameterOf(request.params, 'id')
  const next = `/${reader.language}/${network.slug}/agenda/polls${id === undefined ? '' : `/${id}`}`
  return reply.redirect(withParameters(`/${reader.language}/sign-in`, { next }), 303)
}

async function showList(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const loaded = await loadInsideRequest(visit)
  const { writing, reader, network } = loaded
  const page = readPageNumber(request.query)
  const slice = { limit: pollsAPage + 1, offset: (page - 1) * pollsAPage }
  const found = await listPolls(writing, network.id, slice)
  const polls = found.slice(0, pollsAPage)
  const answered = await countAnswered(
    writing,
    polls.map(({ id }) => id),
  )
  const address = (number: number) =>
    addressFor(reader, `/${network.slug}/agenda/polls`, {
      page: number > 1 ? String(number) : undefined,
    })
  return renderNetworkPage(loaded, {
    title: reader.t('agenda.polls.title'),
    description: reader.t('agenda.polls.lead'),
    path: '/agenda/polls',
    noindex: true,
    children: (
      <PollsPage
        network={network.slug}
        countries={byOwnSide(reader, network.countries)}
        polls={polls.map((poll) => ({
          ...poll,
          status: stateOf(poll, writing),
          answered: answered.get(poll.id) ?? 0,
        }))}
        mayAsk={mayAskForDate(writing.actor, network.id)}
        later={page > 1 ? address(page - 1) : null}
        earlier={found.length > pollsAPage ? address(page + 1) : null}
      />
    ),
  })
}

interface PollsPageProps {
  network: string
  countries: readonly string[]
  polls: readonly (Poll & { status: PollState; answered: number })[]
  mayAsk: boolean
  /** Addresses of the older and the newer ones. */
  earlier: string | null
  later: string | null
}

/** The polls of a network, the newest first, with the state of each. */
function PollsPage({ network, countries, polls, mayAsk, ...props }: PollsPageProps) {
  const reader = useReader()
  const { t } = reader
  const ask = mayAsk ? (
    <a class="button primary" href={paths.newPoll(reader, network)}>
      {t('agenda.poll.new')}
    </a>
  ) : null
  return (
    <>
      <PageHeading
        kicker={<a href={eventPaths.agenda(reader, network)}>{t('agenda.list.title')}</a>}
        lead={t('agenda.polls.lead')}
        actions={
          <>
            {polls.length > 0 ? ask : null}{' '}
            <a href={agendaPaths.overlap(reader, network)}>{t('agenda.overlap.title')}</a>
          </>
        }
      >
        {t('agenda.polls.title')}
      </PageHeading>
      {polls.length === 0 ? (
        <EmptyState title={t('agenda.polls.empty')} why={t('agenda.polls.emptyWhy')} next={ask} />
      ) : (
        <DataTable
          caption={t('agenda.polls.title')}
          captionHidden
          rows={[...polls]}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              label: t('agenda.poll.title'),
              header: true,
              wide: true,
              cell: (poll) => {
                const title = chooseText(poll.title, reader.language)
                const other = title && title.language !== reader.interfaceLanguage
                return (
                  <a href={paths.poll(reader, network, poll.id)} lang={other ? title.language : undefined}>
                    {title?.text ?? poll.id}
                  </a>
                )
              },
            },
            {
              key: 'state',
              label: t('agenda.proposals.state'),
              cell: ({ status }) => t(`agenda.poll.standing.${status}`),
            },
            {
              key: 'deadline',
              label: t('agenda.poll.deadline'),
              cell: ({ deadline, zone }) =>
                clockWords(reader, { countries, hours: { startsAt: deadline, endsAt: null, zone } }),
            },
            {
              key: 'answered',
              label: t('agenda.polls.answered'),
              numeric: true,
              cell: ({ answered }) => String(answered),
            },
          ]}
        />
      )}
      <PageSteps previous={props.later} next={props.earlier} />
    </>
  )
}
