import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { neverKept, readContactsRequest } from '../call.ts'
import { freshness } from '../list/filter.ts'
import { mayAddContacts, mayEditContacts } from '../policy.ts'
import { listPosts } from '../posts/queries.ts'
import { endsSoon } from '../retention/keep-until.ts'
import { ReviewPage } from './views/review-page.tsx'

/** Where somebody goes through the contacts they look after, one after the other. */
export function addReviewRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/contacts/review', readContactsRequest, async (asked) => {
    const { context, reader, network, sight } = asked
    if (!mayAddContacts(sight.actor, network.id)) notFound('review')
    const posts = await listPosts(context, sight)
    const theirs = posts.filter(
      ({ holder, organisation }) =>
        holder?.withheld === null &&
        !holder.isRemoved &&
        mayEditContacts(sight.actor, network.id, organisation.id),
    )
    const now = context.clock.now()
    return drawNetworkPage(asked, {
      title: reader.t('contacts.review.title'),
      description: reader.t('contacts.review.lead'),
      path: '/contacts/review',
      noindex: true,
      children: (
        <ReviewPage
          network={network.slug}
          now={now}
          ending={theirs.filter(({ holder }) => holder && endsSoon(context.clock, holder.retentionUntil))}
          stale={theirs.filter(({ holder }) => holder && freshness(holder.confirmedAt, now) !== 'fresh')}
          count={theirs.length}
        />
      ),
    })
  })
}
