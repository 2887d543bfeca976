import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { organisationsOf } from '../../../../platform/context/actor.ts'
import type { Application } from '../../../../platform/http/application.ts'
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
  const place = '/:language/:network/expectations'
  app.get(place, { config: { kept: keptByNetwork(expectationParameters) } }, async (request, reply) =>
    showList(application, request, reply),
  )
  app.get(
    `${place}/:slug`,
    { config: { kept: keptByNetwork(['answer', 'done', 'now']) } },
    async (request, reply) => showOne(application, request, reply),
  )
}

// Mails lead here: who is not signed in and may not see it signs in first, and nobody learns whether it exists.
async function showOne(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    return await drawExpectation(
      application,
      request,
      reply,
      await readExpectationRequest(application, request),
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'notFound') throw error
    const asked = await readNetworkRequest(application, request)
    const slug = parameterOf(request.params, 'slug') ?? ''
    const sent = sendToSignIn(reply, { ...asked, writing: asked.context }, `/${slug}`)
    if (sent === null) throw error
    return sent
  }
}

async function showList(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = await readNetworkRequest(application, request)
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
  return drawPartnersPage(application, request, reply, asked, {
    title: reader.t('partners.expectations.title'),
    description: reader.t('partners.expectations.lead'),
    path: '/expectations',
    width: 'wide',
    children: (
      <ExpectationsPage
        reader={reader}
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
