import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { renderFor } from '../../../ui/reader.tsx'
import { drawNetworkPage, keptByNetwork, readNetworkRequest } from '../../networks/index.ts'
import { networkName } from '../cooperations/views/cooperation-map.tsx'
import { countFactsFrom, lookUpQuotation, type Quotation } from '../evidence/queries.ts'
import { countLaterPassages, findSource, listPassages, listRowsAround, listSources } from './queries.ts'
import { findQuote } from './quote.ts'
import { QuotedPassage } from './views/quoted-passage.tsx'
import { SourcePage } from './views/source-page.tsx'
import { SourcesPage } from './views/sources-page.tsx'

export function addSourceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork(['now']) } })
  pages.get('/:language/:network/sources', readNetworkRequest, async (asked) => {
    const { context, reader, network } = asked
    const sources = await listSources(context, network.id)
    return drawNetworkPage(asked, {
      title: reader.t('registry.sources.title'),
      description: reader.t('registry.sources.description', { network: networkName(reader, network) }),
      path: '/sources',
      children: <SourcesPage network={network} sources={sources} />,
    })
  })

  pages
    .with({ config: { kept: keptByNetwork(['now', 'quote']) } })
    .get('/:language/:network/sources/:slug', readNetworkRequest, async (asked) => {
      const { request, context, reader, network } = asked
      const source = await findSource(context, network.id, parameterOf(request.params, 'slug') ?? '')
      const evidenceId = parameterOf(request.query, 'quote')
      const [facts, quotation] = await Promise.all([
        countFactsFrom(context, source.id),
        evidenceId ? lookUpQuotation(context, network.id, evidenceId) : null,
      ])
      const { passages, later, total } = await readText(context, source, quotation)
      const quote =
        quotation?.locator && quotation.sourceId === source.id ? findQuote(passages, quotation.locator) : null
      const title = chooseText(source.title, reader.language)?.text ?? source.slug
      return drawNetworkPage(asked, {
        title,
        description: title,
        path: `/sources/${source.slug}`,
        width: 'reading',
        noindex: evidenceId !== undefined || reader.now !== null,
        children: (
          <SourcePage
            network={network}
            source={source}
            passages={passages}
            later={later}
            rows={total}
            facts={facts}
            quote={quote}
          />
        ),
      })
    })

  pages.get(
    '/:language/:network/passages/:evidence',
    readNetworkRequest,
    async ({ request, reply, context, reader, network }) => {
      const quotation =
        (await lookUpQuotation(context, network.id, parameterOf(request.params, 'evidence') ?? '')) ??
        notFound()
      const { passages } = await readText(
        context,
        { id: quotation.sourceId, kind: quotation.source.kind },
        quotation,
      )
      const quote = quotation.locator ? findQuote(passages, quotation.locator) : null
      const passage = passages.find((each) => each.position === quote?.position)
      if (!quote || !passage) notFound()
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('x-robots-tag', 'noindex')
        .send(
          renderFor(reader, () => (
            <QuotedPassage network={network} quotation={quotation} passage={passage} quote={quote} />
          )),
        )
    },
  )
}

/** The text of a source; of a table, which may have a hundred thousand rows, those around the one that is quoted. */
async function readText(context: Context, source: { id: string; kind: string }, quotation: Quotation | null) {
  if (source.kind === 'table') {
    const rows = await listRowsAround(context, source.id, quotation?.locator?.paragraph ?? null)
    return { ...rows, later: 0 }
  }
  const [passages, later] = await Promise.all([
    listPassages(context, source.id),
    countLaterPassages(context, source.id),
  ])
  return { passages, later, total: null }
}
