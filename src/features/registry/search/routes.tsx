import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { drawParts } from '../../../platform/http/network-part.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { drawNetworkPage, keptByNetwork, readNetworkRequest } from '../../networks/index.ts'
import { networkName } from '../cooperations/views/cooperation-map.tsx'
import { findAnswers } from './answers.ts'
import { SearchPage } from './views/search-page.tsx'

const longestQuery = 200

export function addSearchRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork(['q', 'now']) } })
  pages.get('/:language/:network/search', readNetworkRequest, async (asked) => {
    const { request, context, reader, network } = asked
    const text = (parameterOf(request.query, 'q') ?? '').slice(0, longestQuery).trim()
    const [answers, parts] = await Promise.all([
      findAnswers(context, network, text),
      drawParts(application.networkParts, 'search', { context, reader, network, text }),
    ])
    return drawNetworkPage(asked, {
      title: reader.t('registry.search.title'),
      description: reader.t('registry.search.description', { network: networkName(reader, network) }),
      path: '/search',
      searched: text,
      noindex: true,
      children: <SearchPage network={network} text={text} answers={answers} parts={parts} />,
    })
  })
}
