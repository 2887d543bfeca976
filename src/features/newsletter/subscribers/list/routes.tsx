import type { FastifyInstance, FastifyReply } from 'fastify'
import { isId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { mostPages, readPageNumber } from '../../../../platform/input/page-number.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawNetworkPage, goOn } from '../../../networks/index.ts'
import { readKeeperRequest } from '../call.ts'
import { paths } from '../paths.ts'
import { followReader } from '../places/commands.ts'
import { lookUpSubscription } from '../queries.ts'
import { listLastReturns } from '../returns/queries.ts'
import { addAddingRoutes } from './adding/routes.tsx'
import { removeSubscriber, returnSubscriber } from './commands.ts'
import { readListFilter } from './filter.ts'
import { addProofRoutes } from './importing/proofs/routes.tsx'
import { addImportRoutes } from './importing/routes.tsx'
import { countFound, countSubscribers, listSubscribers } from './queries.ts'
import { ListPage } from './views/list-page.tsx'

const place = '/:language/:network/newsletter/subscribers'
const readersAPage = 50

/** Who reads the letter, for those who look after the network: found, added, removed, and back. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, show)
  for (const [verb, act, done] of [
    ['removal', removeSubscriber, 'removed'],
    ['return', returnSubscriber, 'returned'],
  ] as const)
    pages.post(
      `${place}/:id/${verb}`,
      readKeeperRequest,
      async ({ request, reply, writing, reader, network }) => {
        const id = parameterOf(request.params, 'id') ?? ''
        if (!isId(id)) notFound(id)
        await inTransaction(writing, async (inside) => {
          await act(inside, network.id, id)
          await followReader({ application, writing: inside, network }, id)
        })
        return goOn(reply, paths.list(reader, network.slug, { done, of: id }))
      },
    )
  addAddingRoutes(app, application)
  addImportRoutes(app, application)
  addProofRoutes(app, application)
}

const doings = ['removed', 'returned', 'added', 'decided'] as const

async function show(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const asked = await readKeeperRequest(visit)
  const { writing, reader, network } = asked
  const filter = readListFilter(request.query)
  const page = readPageNumber(request.query)
  const offset = (page - 1) * readersAPage
  const done = doings.find((each) => each === parameterOf(request.query, 'done')) ?? null
  const of = parameterOf(request.query, 'of') ?? ''
  const [counts, total, people, about] = await Promise.all([
    countSubscribers(writing, network.id),
    countFound(writing, network.id, filter),
    listSubscribers(writing, network.id, filter, { limit: readersAPage, offset }),
    isId(of) ? lookUpSubscription(writing, network.id, of) : null,
  ])
  const returns = await listLastReturns(
    writing,
    people.map(({ id }) => id),
  )
  return drawNetworkPage(asked, {
    title: reader.t('newsletter.subscribers.list'),
    description: reader.t('newsletter.subscribers.list'),
    path: '/newsletter/subscribers',
    noindex: true,
    width: 'wide',
    children: (
      <ListPage
        network={network}
        filter={filter}
        counts={counts}
        people={people}
        returns={returns}
        total={total}
        page={page}
        pages={Math.min(mostPages, Math.max(1, Math.ceil(total / readersAPage)))}
        first={offset + 1}
        done={done}
        about={about}
      />
    ),
  }).header('cache-control', 'private, no-store')
}
