import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { mostPages, readPageNumber } from '../../../../platform/input/page-number.ts'
import { byOwnSide } from '../../../directory/index.ts'
import { keptByNetwork, readNetworkRequest } from '../../../networks/index.ts'
import { drawPartnersPage } from '../../page.tsx'
import { boardParameters, readFilter, readView } from './filter.ts'
import { countBoard, listBoard } from './queries.ts'
import { BoardPage } from './views/board-page.tsx'

const entriesAPage = 50
const countedAtMost = 1000

/** The board of a network: who looks for whom, who offers what. */
export function addBoardRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork(boardParameters) } })
  pages.get('/:language/:network/partners', showBoard)
}

async function showBoard(visit: Visit) {
  const { request, application } = visit
  const asked = await readNetworkRequest(visit)
  const { context, reader, network } = asked
  const filter = readFilter(request.query)
  const page = readPageNumber(request.query)
  const offset = (page - 1) * entriesAPage
  const [ownCountry = null] = byOwnSide(reader, network.countries)
  const [total, entries] = await Promise.all([
    countBoard(context, network.id, filter, countedAtMost + 1),
    listBoard(context, network.id, filter, { limit: entriesAPage, offset, ownCountry }),
  ])
  const subjectIds = entries.flatMap((entry) => (entry.source === 'said' ? [entry.said.id] : []))
  const marks =
    (await application.factSources?.findMarks({ context, reader, network, subjectIds })) ?? (() => [])
  return drawPartnersPage(asked, {
    title: reader.t('partners.board.title'),
    description: reader.t('partners.board.lead'),
    path: '/partners',
    searched: filter.text,
    width: 'wide',
    children: (
      <BoardPage
        network={network}
        actor={context.actor}
        filter={filter}
        view={readView(request.query)}
        entries={entries}
        marks={marks}
        total={total}
        most={countedAtMost}
        page={page}
        pages={countPages(total, page, entries.length)}
        first={offset + 1}
      />
    ),
  })
}

// Where counting stopped, there is a next page as long as this one is full.
function countPages(total: number, page: number, rows: number): number {
  const counted = Math.max(1, Math.ceil(Math.min(total, countedAtMost) / entriesAPage))
  if (total <= countedAtMost) return counted
  return Math.min(mostPages, Math.max(counted, rows === entriesAPage ? page + 1 : page))
}
