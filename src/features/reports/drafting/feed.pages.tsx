import type { FastifyInstance } from 'fastify'
import { type RssItem, renderRss } from '../../../platform/documents/rss.ts'
import { escapeXml } from '../../../platform/documents/xml.ts'
import { type Edition, listEditions } from '../../../platform/editions/editions.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'
import type { FeedLink } from '../../../ui/shell/addresses.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { cachedByNetwork, loadNetworkRequest, type Network } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { seriesOf } from './report.ts'

const latest = 20

/** The link to the feed of reports, for the head of their pages. */
export function feedLink(reader: Reader, { slug }: Pick<Network, 'slug'>): FeedLink {
  const href = addressFor(reader, `/${slug}/reports.rss`)
  return { type: 'application/rss+xml', title: reader.t('reports.reports.title'), href }
}

/** The editions for news readers. */
export function addFeedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  pages.get(
    '/:language/:network/reports.rss',
    loadNetworkRequest,
    async ({ reply, context, reader, network }) => {
      const { baseUrl } = application.settings
      const editions = (await listEditions(context, seriesOf(network.id))).slice(0, latest)
      const itemOf = ({ id, number, day, digest, madeAt, withdrawnAt }: Edition): RssItem => ({
        id: `urn:uuid:${id}`,
        address: baseUrl + paths.report(reader, network.slug, number),
        title: reader.t('ui.edition.named', { number: String(number), day: dayWords(reader, day) }),
        publishedAt: madeAt,
        categories: [],
        html: `<p>${escapeXml(withdrawnAt ? reader.t('reports.list.withdrawn') : `SHA-256 ${digest}`)}</p>`,
      })
      const feed = renderRss({
        title: `${chooseName(network.name, reader.language).text} – ${reader.t('reports.reports.title')}`,
        description: reader.t('reports.list.lead'),
        language: reader.language,
        home: baseUrl + paths.all(reader, network.slug),
        self: baseUrl + feedLink(reader, network).href,
        next: null,
        updatedAt: editions[0]?.madeAt ?? new Date(0),
        items: editions.map(itemOf),
      })
      return reply.type('application/rss+xml; charset=utf-8').header('cache-control', 'no-cache').send(feed)
    },
  )
}
