import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { isCode } from '../../../../platform/input/code.ts'
import { readPageNumber } from '../../../../platform/input/page-number.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { readNetworkRequest } from '../../../networks/index.ts'
import { drawPartnersPage } from '../../page.tsx'
import { mayAdvise, mayReadAmongMembers } from '../../policy.ts'
import { listIntroductions, listViews } from '../queries.ts'
import { listTiesOf } from '../ties/queries.ts'
import { IntroductionsPage } from './views/introductions-page.tsx'

const introductionsAPage = 50

/** The talks in which somebody takes part. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/:network/partners/introductions', readNetworkRequest, async (asked) => {
    const { request, writing, reader, network } = asked
    if (!mayReadAmongMembers(writing.actor, network.id)) notFound('introductions')
    const isAdviser = mayAdvise(writing.actor, network.id)
    const wanted = parameterOf(request.query, 'view')
    const view = isCode(listViews, wanted) && (isAdviser || wanted !== 'held') ? wanted : 'open'
    const page = readPageNumber(request.query)
    const found = await listIntroductions(writing, network.id, view, {
      limit: introductionsAPage + 1,
      offset: (page - 1) * introductionsAPage,
    })
    const introductions = found.slice(0, introductionsAPage)
    const ties = await listTiesOf(
      writing,
      network.id,
      introductions.map(({ id }) => id),
    )
    return drawPartnersPage(asked, {
      title: reader.t('partners.introduction.list.title'),
      description: reader.t('partners.introduction.list.lead'),
      path: '/partners/introductions',
      noindex: true,
      children: (
        <IntroductionsPage
          network={network.slug}
          isAdviser={isAdviser}
          view={view}
          introductions={introductions}
          ties={ties}
          page={page}
          hasMore={found.length > introductionsAPage}
        />
      ),
    })
  })
}
