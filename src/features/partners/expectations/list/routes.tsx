import type { FastifyInstance, FastifyReply } from 'fastify'
import { organisationsOf } from '../../../../platform/context/actor.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { mostPages, readPageNumber } from '../../../../platform/input/page-number.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { Refusal } from '../../../../platform/refusals/refusal.ts'
import { keptByNetwork, readNetworkRequest } from '../../../networks/index.ts'
import { drawPartnersPage } from '../../page.tsx'
import { mayAdvise } from '../../policy.ts'
import { readExpectationRequest, sendToSignIn } from '../call.ts'
import { drawExpectation } from '../page.tsx'
import { expectationParameters, readExpectationFilter } from './filter.ts'
import { countExpectations, listExpectations } from './queries.ts'
import { ExpectationsPage } from './views/expectations-page.tsx'

const expectationsAPage = 30
const most = 1000

/** What is expected in a network, as far as the reader may see it, and each expectation. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork(expectationParameters) } })
  const place = '/:language/:network/expectations'
  pages.get(place, showList)
  pages.with({ config: { kept: keptByNetwork(['answer', 'done', 'now']) } }).get(`${place}/:slug`, showOne)
}

// Mails lead here: who is not signed in and may not see it signs in first, and nobody learns whether it exists.
async function showOne(visit: Visit): Promise<FastifyReply> {
  const { request, reply } = visit
  try {
    return await drawExpectation(await readExpectationRequest(visit))
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'notFound') throw error
    const asked = await readNetworkRequest(visit)
    const slug = parameterOf(request.params, 'slug') ?? ''
    const sent = sendToSignIn(reply, { ...asked, writing: asked.context }, `/${slug}`)
    if (sent === null) throw error
    return sent
  }
}

async function showList(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { context, reader, network } = asked
  const filter = readExpectationFilter(request.query)
  const page = readPageNumber(request.query)
  const offset = (page - 1) * expectationsAPage
  const total = await countExpectations(context, network.id, filter, most + 1)
  const expectations = await listExpectations(context, network.id, filter, {
    limit: expectationsAPage,
    offset,
  })
  const isAdviser = mayAdvise(context.actor, network.id)
  const own = organisationsOf(context.actor, network.id, ['member', 'contributor'])
  return drawPartnersPage(asked, {
    title: reader.t('partners.expectations.title'),
    description: reader.t('partners.expectations.lead'),
    path: '/expectations',
    width: 'wide',
    children: (
      <ExpectationsPage
        network={network}
        filter={filter}
        expectations={expectations}
        total={total}
        most={most}
        page={page}
        pages={Math.min(mostPages, Math.ceil(Math.min(total, most) / expectationsAPage))}
        first={offset + 1}
        mayState={isAdviser || organisationsOf(context.actor, network.id, ['member']).length > 0}
        hasOwn={own.length > 0}
        isAdviser={isAdviser}
      />
    ),
  })
}
