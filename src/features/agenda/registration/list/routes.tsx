import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { mostPages, readPageNumber } from '../../../../platform/input/page-number.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { readListRequest } from '../call.ts'
import { standingOf } from '../terms.ts'
import { readListFilter } from './filter.ts'
import { countByState, countRegistrations, listRegistrations } from './queries.ts'
import { ListPage } from './views/list-page.tsx'

const peopleAPage = 50

/** Who comes to an event, for those who hold it. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/agenda/:slug/registrations', show)
}

async function show(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const asked = await readListRequest(visit)
  const { writing, reader, network, event, terms } = asked
  const filter = readListFilter(request.query)
  const page = readPageNumber(request.query)
  const offset = (page - 1) * peopleAPage
  const [counts, total, people] = await Promise.all([
    countByState(writing, event.id),
    countRegistrations(writing, event.id, filter),
    listRegistrations(writing, event.id, filter, { limit: peopleAPage, offset }),
  ])
  const title = reader.t('agenda.registration.list')
  return drawNetworkPage(asked, {
    title: `${title} · ${eventTitle(reader, event)}`,
    description: title,
    path: `/agenda/${event.slug}/registrations`,
    noindex: true,
    width: 'wide',
    children: (
      <ListPage
        network={network}
        event={event}
        terms={terms}
        standing={standingOf(event, terms, writing)}
        filter={filter}
        counts={counts}
        people={people}
        total={total}
        page={page}
        pages={Math.min(mostPages, Math.max(1, Math.ceil(total / peopleAPage)))}
        first={offset + 1}
      />
    ),
  })
}
