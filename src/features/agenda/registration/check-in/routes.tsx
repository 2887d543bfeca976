import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { mostPages, readPageNumber } from '../../../../platform/input/page-number.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { readListRequest } from '../call.ts'
import { readWords } from '../list/filter.ts'
import { countByState, countRegistrations, listRegistrations } from '../list/queries.ts'
import { paths } from '../paths.ts'
import { findRegistration } from '../queries.ts'
import { checkIn } from './commands.ts'
import { CheckInPage } from './views/check-in-page.tsx'

const place = '/:language/:network/agenda/:slug/check-in'
const peopleAPage = 30

/** Where those who hold an event tick at the door who has come. */
export function addCheckInRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get(place, show)
  pages.post(`${place}/:id`, readListRequest, async ({ request, reply, writing, reader, network, event }) => {
    const id = parameterOf(request.params, 'id') ?? ''
    const person = await findRegistration(writing, event.id, id)
    const isThere = parameterOf(request.body, 'present') === 'yes'
    await inTransaction(writing, (inside) => checkIn(inside, event, person.id, isThere))
    // Whoever was just ticked is said; whoever was just unticked is shown again, to be ticked by the next.
    const page = readPageNumber(request.body)
    const back = paths.checkIn(reader, network.slug, event.slug, {
      q: isThere ? undefined : readWords(request.body) || undefined,
      page: isThere || page === 1 ? undefined : String(page),
      done: isThere ? person.id : undefined,
    })
    return reply.redirect(back, 303)
  })
}

async function show(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const asked = await readListRequest(visit)
  const { writing, reader, network, event } = asked
  const words = readWords(request.query)
  const page = readPageNumber(request.query)
  const filter = { state: 'placed', country: null, words } as const
  const done = parameterOf(request.query, 'done')
  const [counts, total, people, ticked] = await Promise.all([
    countByState(writing, event.id),
    countRegistrations(writing, event.id, filter),
    listRegistrations(writing, event.id, filter, { limit: peopleAPage, offset: (page - 1) * peopleAPage }),
    done === undefined ? null : findRegistration(writing, event.id, done),
  ])
  const title = reader.t('agenda.registration.checkIn')
  return drawNetworkPage(asked, {
    title: `${title} · ${eventTitle(reader, event)}`,
    description: title,
    path: `/agenda/${event.slug}/check-in`,
    noindex: true,
    width: 'reading',
    children: (
      <CheckInPage
        network={network.slug}
        event={event}
        counts={counts}
        words={words}
        people={people}
        ticked={ticked?.arrivedAt ? ticked : null}
        total={total}
        page={page}
        pages={Math.min(mostPages, Math.max(1, Math.ceil(total / peopleAPage)))}
      />
    ),
  })
}
