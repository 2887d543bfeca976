import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { listCounts } from '../counting/queries.ts'
import { mayKeepSubscribers } from '../policy.ts'
import { readSenderRequest, readSendingRequest } from './call.ts'
import { findForecast } from './forecast/queries.ts'
import { addOutcomeRoutes } from './outcomes/routes.tsx'
import { addPlanningRoutes } from './planning/routes.tsx'
import { listSendings } from './queries.ts'
import { findReport } from './reports/queries.ts'
import { countOf } from './reports/report.ts'
import { stateOf } from './sending.ts'
import { addSteeringRoutes } from './steering/routes.tsx'
import { addTrialRoutes } from './trials/routes.tsx'
import { SendingPage } from './views/sending-page.tsx'
import { sendingTitle } from './views/sending-title.ts'
import { SendingsPage } from './views/sendings-page.tsx'

/** How letters reach their readers: planned, tried, sent, held back, and what became of them. */
export function addSendingRoutes(app: FastifyInstance, application: Application): void {
  addShownRoutes(app, application)
  for (const add of [addPlanningRoutes, addTrialRoutes, addSteeringRoutes, addOutcomeRoutes])
    add(app, application)
}

const mostShown = 50
// Without a script, a browser asks again by itself while letters leave.
const reloadsAfterSeconds = '20'
const doings = ['ordered', 'pause', 'resume', 'cancel', 'again', 'late'] as const

function addShownRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/newsletter/sendings'
  pages.get(place, readSenderRequest, async (asked) => {
    const { reader, network, writing } = asked
    return drawNetworkPage(asked, {
      title: reader.t('newsletter.sending.list'),
      description: reader.t('newsletter.sending.list'),
      path: '/newsletter/sendings',
      noindex: true,
      children: (
        <SendingsPage network={network.slug} sendings={await listSendings(writing, network.id, mostShown)} />
      ),
    })
  })

  pages.get(`${place}/:sending`, readSendingRequest, async (asked) => {
    const { request, reply, reader, network, writing, sending } = asked
    const report = await findReport(writing, sending)
    const state = stateOf(sending)
    const now = application.clock.now().epochMilliseconds
    const isPreparing = state === 'scheduled' && sending.prepareAt.getTime() <= now
    const isLeaving = state === 'sending' && report.lastAt !== null && countOf(report, 'waiting') > 0
    if (isPreparing || isLeaving) reply.header('refresh', reloadsAfterSeconds)
    return drawNetworkPage(asked, {
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
