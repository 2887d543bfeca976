import type { FastifyInstance } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import type { Application } from '../../../platform/http/application.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { drawNetworkPage, keptByNetwork, readNetworkRequest } from '../../networks/index.ts'
import { networkName } from '../cooperations/views/cooperation-map.tsx'
import { countFactsFrom, lookUpQuotation } from '../evidence/queries.ts'
import { countLaterPassages, findSource, listPassages, listSources } from './queries.ts'
import { findQuote } from './quote.ts'
import { QuotedPassage } from './views/quoted-passage.tsx'
import { SourcePage } from './views/source-page.tsx'
import { SourcesPage } from './views/sources-page.tsx'

export function addSourceRoutes(app: FastifyInstance, application: Application): void {
  app.get(
    '/:language/:network/sources',
    { config: { kept: keptByNetwork(['now']) } },
    async (request, reply) => {
      const asked = await readNetworkRequest(application, request)
      const { context, reader, network } = asked
      const sources = await listSources(context, network.id)
      return drawNetworkPage(application, request, reply, asked, {
        title: reader.t('registry.sources.title'),
        description: reader.t('registry.sources.description', { network: networkName(reader, network) }),
        path: '/sources',
        children: <SourcesPage reader={reader} network={network} sources={sources} />,
      })
    },
  )

  app.get(
    '/:language/:network/sources/:slug',
    { config: { kept: keptByNetwork(['now', 'quote']) } },
    async (request, reply) => {
      const asked = await readNetworkRequest(application, request)
      const { context, reader, network } = asked
      const source = await findSource(context, network.id, parameterOf(request.params, 'slug') ?? '')
      const evidenceId = parameterOf(request.query, 'quote')
      const [passages, later, facts, quotation] = await Promise.all([
        listPassages(context, source.id),
        countLaterPassages(context, source.id),
        countFactsFrom(context, source.id),
        evidenceId ? lookUpQuotation(context, network.id, evidenceId) : null,
      ])
      const quote =
        quotation?.locator && quotation.sourceId === source.id ? findQuote(passages, quotation.locator) : null
      const title = chooseText(source.title, reader.language)?.text ?? source.slug
      return drawNetworkPage(application, request, reply, asked, {
        title,
        description: title,
        path: `/sources/${source.slug}`,
        width: 'reading',
        noindex: evidenceId !== undefined || reader.now !== null,
        children: (
          <SourcePage
            reader={reader}
            network={network}
            source={source}
            passages={passages}
            later={later}
            facts={facts}
            quote={quote}
          />
        ),
      })
    },
  )

  app.get(
    '/:language/:network/passages/:evidence',
    { config: { kept: keptByNetwork(['now']) } },
    async (request, reply) => {
      const { context, reader, network } = await readNetworkRequest(application, request)
      const quotation =
        (await lookUpQuotation(context, network.id, parameterOf(request.params, 'evidence') ?? '')) ??
        notFound()
      const passages = await listPassages(context, quotation.sourceId)
      const quote = quotation.locator ? findQuote(passages, quotation.locator) : null
      const passage = passages.find((each) => each.position === quote?.position)
      if (!quote || !passage) notFound()
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('x-robots-tag', 'noindex')
        .send(
          renderToString(
            <QuotedPassage
              reader={reader}
              network={network}
              quotation={quotation}
              passage={passage}
              quote={quote}
            />,
          ),
        )
    },
  )
}
