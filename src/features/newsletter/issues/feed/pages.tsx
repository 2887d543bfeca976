import type { FastifyInstance } from 'fastify'
import { type RssItem, renderRss } from '../../../../platform/documents/rss.ts'
import { isUnmodified, readFreshness, sayLastModified } from '../../../../platform/http/api/freshness.ts'
import { openToOtherSites } from '../../../../platform/http/api/other-sites.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { cachedByNetwork, loadNetworkRequest } from '../../../networks/index.ts'
import type { PublishedIssue } from '../issue.ts'
import { type LetterGoing, letterOf } from '../letter.ts'
import { paths } from '../paths.ts'
import { listRead } from '../queries.ts'
import { feedTitle } from './feed-link.ts'
import { letterHtml } from './letter-html.ts'

const latest = 20

/** The letters for news readers. */
export function addIssueFeedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  pages.get(
    '/:language/:network/newsletter.rss',
    loadNetworkRequest,
    async ({ request, reply, context, reader, network, actualDay }) => {
      const freshness = await readFreshness(context, network.id)
      sayLastModified(reply, freshness, context.today, actualDay)
      reply.header('cache-control', 'no-cache')
      if (context.actor.kind === 'anonymous') openToOtherSites(reply)
      if (isUnmodified(request, reply)) return reply.code(304).send()
      const { baseUrl } = application.settings
      const issues = await listRead(context, network.id, { before: null, limit: latest })
      const { t, interfaceLanguage: language, today } = reader
      const going = { baseUrl, t, network, language, today }
      return reply.type('application/rss+xml; charset=utf-8').send(
        renderRss({
          title: feedTitle(reader, network),
          description: reader.t('newsletter.issues.lead'),
          language: reader.language,
          home: `${baseUrl}/${reader.language}/${network.slug}/newsletter`,
          self: baseUrl + paths.feed(reader, network.slug),
          next: null,
          updatedAt: issues[0]?.publishedAt ?? freshness.changedAt ?? new Date(0),
          items: issues.map((issue) => itemOf(issue, going)),
        }),
      )
    },
  )
}

function itemOf(issue: PublishedIssue, going: LetterGoing): RssItem {
  const letter = letterOf(issue, going)
  return {
    id: `urn:uuid:${issue.id}`,
    address: letter.webAddress,
    title: `${letter.heading} – ${letter.title.text}`,
    publishedAt: issue.publishedAt,
    categories: [],
    html: letterHtml(letter, going.t),
  }
}
