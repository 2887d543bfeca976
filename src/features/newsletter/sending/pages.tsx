import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { renderNetworkPage } from '../../networks/index.ts'
import { listCounts } from '../counting/queries.ts'
import { paths as issuePaths } from '../issues/paths.ts'
import { mayKeepSubscribers } from '../policy.ts'
import { findForecast } from './forecast/queries.ts'
import { addOutcomeRoutes } from './outcomes/pages.tsx'
import { paths } from './paths.ts'
import { addPlanningRoutes } from './planning.pages.tsx'
import { findReport, listSendings } from './queries.ts'
import { loadSenderRequest, loadSendingRequest } from './request.ts'
import { countOf, type Sending, sendingTitle, stateOf } from './sending.ts'
import { SendingPage } from './sending-page.tsx'
import { addSteeringRoutes } from './steering/pages.tsx'
import { addTrialRoutes } from './trials/pages.tsx'

/** How letters reach their readers: planned, tried, sent, paused, and their outcome. */
export function addSendingRoutes(app: FastifyInstance, application: Application): void {
  addShownRoutes(app, application)
  for (const add of [addPlanningRoutes, addTrialRoutes, addSteeringRoutes, addOutcomeRoutes])
    add(app, application)
}

const mostShown = 50
// Without a script, the browser reloads by itself while letters leave.
const reloadsAfterSeconds = '20'
const doings = ['ordered', 'pause', 'resume', 'cancel', 'again', 'late'] as const

function addShownRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/newsletter/sendings'
  pages.get(place, loadSenderRequest, async (visit) => {
    const { reader, network, writing } = visit
    return renderNetworkPage(visit, {
      title: reader.t('newsletter.sending.list'),
      description: reader.t('newsletter.sending.list'),
      path: '/newsletter/sendings',
      noindex: true,
      children: (
        <SendingsPage network={network.slug} sendings={await listSendings(writing, network.id, mostShown)} />
      ),
    })
  })

  pages.get(`${place}/:sending`, loadSendingRequest, async (visit) => {
    const { request, reply, reader, network, writing, sending } = visit
    const report = await findReport(writing, sending)
    const state = stateOf(sending)
    const now = application.clock.now().epochMilliseconds
    const isPreparing = state === 'scheduled' && sending.prepareAt.getTime() <= now
    const isLeaving = state === 'sending' && report.lastAt !== null && countOf(report, 'waiting') > 0
    if (isPreparing || isLeaving) reply.header('refresh', reloadsAfterSeconds)
    return renderNetworkPage(visit, {
      title: sendingTitle(reader, sending),
      description: reader.t('newsletter.sending.list'),
      path: `/newsletter/sendings/${sending.id}`,
      noindex: true,
      children: (
        <SendingPage
          network={network.slug}
          sending={sending}
          report={report}
          forecast={
            sending.preparedAt === null && state !== 'cancelled'
              ? await findForecast(writing, sending, sending.startsOn)
              : null
          }
          counts={
            sending.kind === 'digest' ? await listCounts(writing, { kind: 'digest', id: sending.id }) : []
          }
          hasServer={application.settings.smtpUrl !== null}
          mayKnowReaders={mayKeepSubscribers(writing.actor, network.id)}
          done={doings.find((each) => each === parameterOf(request.query, 'done')) ?? null}
        />
      ),
    })
  })
}

interface SendingsPageProps {
  network: string
  sendings: Sending[]
}

/** Past, current and scheduled sendings of a network. */
function SendingsPage({ network, sendings }: SendingsPageProps) {
  const reader = useReader()
  const { t } = reader
  const letters = issuePaths.list(reader, network)
  return (
    <>
      <PageHeading
        kicker={<a href={letters}>{t('newsletter.issues.title')}</a>}
        lead={t('newsletter.sending.listLead')}
      >
        {t('newsletter.sending.list')}
      </PageHeading>
      {sendings.length === 0 ? (
        <EmptyState
          title={t('newsletter.sending.none')}
          why={t('newsletter.sending.noneWhy')}
          next={<a href={letters}>{t('newsletter.issues.title')}</a>}
        />
      ) : (
        <EntryList
          entries={sendings.map((sending) => ({
            key: sending.id,
            title: sendingTitle(reader, sending),
            href: paths.sending(reader, network, sending.id),
            meta: (
              <>
                <span class="tag">{t(`newsletter.sending.state.${stateOf(sending)}`)}</span>{' '}
                {t('newsletter.sending.orderedAt')} <Moment at={sending.orderedAt} />
              </>
            ),
          }))}
        />
      )}
    </>
  )
}
