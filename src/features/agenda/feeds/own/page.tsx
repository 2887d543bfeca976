import type { FastifyReply } from 'fastify'
import type { AccountSection, Application } from '../../../../platform/http/application.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { sitePage } from '../../../../ui/shell/site-page.tsx'
import { listNetworks } from '../../../networks/index.ts'
import { mayMakeFeed } from '../../policy.ts'
import { ownFeedPaths } from './paths.ts'
import { listFeeds } from './queries.ts'
import { FeedsSection } from './views/feeds-section.tsx'
import { MadeFeedPage } from './views/made-feed-page.tsx'

/** Sends the one page on which a secret address can be read: kept by nobody, told to no other site. */
export function sendMadeFeed(
  application: Application,
  reply: FastifyReply,
  reader: Reader,
  secret: string,
): FastifyReply {
  const title = reader.t('agenda.own.madeTitle')
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .send(
      sitePage(application, reader, {
        title,
        description: title,
        path: '/account',
        noindex: true,
        width: 'reading',
        children: <MadeFeedPage address={application.settings.baseUrl + ownFeedPaths.feed(secret)} />,
      }),
    )
}

/** One’s secret addresses on the account page. */
export const ownFeedsSection: AccountSection = async ({ context, personId }) => {
  const [feeds, networks] = await Promise.all([listFeeds(context, personId), listNetworks(context)])
  return <FeedsSection feeds={feeds} networks={networks.filter(({ id }) => mayMakeFeed(context.actor, id))} />
}
