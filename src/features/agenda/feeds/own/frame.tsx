import type { FastifyReply } from 'fastify'
import { findUidHost } from '../../../../platform/calendar/uid-host.ts'
import type { Actor } from '../../../../platform/context/actor.ts'
import { dayOf, ownDay, readOnce } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { describeDate } from '../../../../platform/dates/index.ts'
import { etagOf, isCurrent, readFreshness } from '../../../../platform/http/api/freshness.ts'
import type { AccountSection, Application } from '../../../../platform/http/application.ts'
import type { Visit } from '../../../../platform/http/visit.ts'
import { interfaceLanguages, isInterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { sitePage } from '../../../../ui/shell/site-page.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { findNetwork, listNetworks, type Network } from '../../../networks/index.ts'
import { lookUpActor } from '../../../people/index.ts'
import { type EventFilter, readFeedFilter } from '../../events/list/event-filter.ts'
import { filterWords } from '../../events/list/event-filters.tsx'
import { mayReadInside } from '../../events/policy.ts'
import { mayMakeFeed } from '../../policy.ts'
import type { CalendarFeeding } from '../feed-event.ts'
import { asksForVague, paths } from '../paths.ts'
import { CalendarAddress } from '../subscribing.frame.tsx'
import { noteFetch } from './commands.ts'
import { ownFeedPaths } from './paths.ts'
import { listFeeds, lookUpFeed, type OwnFeed } from './queries.ts'

/** Sends the one page on which a secret address can be read: never cached, and no referrer for other sites. */
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

/** The reader’s secret addresses on the account page. */
export const ownFeedsSection: AccountSection = async ({ context, personId }) => {
  const [feeds, networks] = await Promise.all([listFeeds(context, personId), listNetworks(context)])
  return <FeedsSection feeds={feeds} networks={networks.filter(({ id }) => mayMakeFeed(context.actor, id))} />
}

/** The address that was just made, and what to do with it. */
function MadeFeedPage({ address }: { address: string }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading>{t('agenda.own.madeTitle')}</PageHeading>
      <Notice kind="warning">
        <p>{t('agenda.own.shownOnce')}</p>
      </Notice>
      <CalendarAddress address={address} />
      <p class="form-end">
        <a class="button" href={ownFeedPaths.account(reader)}>
          {t('agenda.own.toAccount')}
        </a>
      </p>
    </>
  )
}

interface FeedsSectionProps {
  feeds: OwnFeed[]
  /** Networks in which the reader may make a secret address. */
  networks: Pick<Network, 'slug' | 'name'>[]
}

/** On the account page: the reader’s secret addresses, the last fetch of each, buttons to renew or withdraw it, where to make one. */
function FeedsSection({ feeds, networks }: FeedsSectionProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section key="feeds" id="feeds" title={t('agenda.own.title')} aside={String(feeds.length)}>
      <p>{t('agenda.own.lead')}</p>
      {feeds.length === 0 ? (
        <EmptyState
          title={t('agenda.own.emptyTitle')}
          why={t(networks.length === 0 ? 'agenda.own.noRole' : 'agenda.own.emptyWhy')}
        />
      ) : (
        <ul class="own-list">
          {feeds.map((feed) => (
            <li key={feed.id}>
              <FeedEntry feed={feed} />
            </li>
          ))}
        </ul>
      )}
      {networks.map(({ slug, name }) => (
        <p key={slug}>
          <a href={`${paths.subscribe(reader, slug)}#own`}>
            {t('agenda.own.makeFor', { network: chooseName(name, reader.interfaceLanguage).text })}
          </a>
        </p>
      ))}
    </Section>
  )
}

function FeedEntry({ feed }: { feed: OwnFeed }) {
  const reader = useReader()
  const { t } = reader
  const name = chooseName(feed.network.name, reader.interfaceLanguage)
  const filter = readFeedFilter(readParameters(feed.parameters))
  const active = filterWords(reader, filter)
  const day = (on: string) => describeDate(on, reader.interfaceLanguage)
  const made = (feed.renewedAt ?? feed.madeAt).toISOString().slice(0, 10)
  return (
    <>
      <p>
        <strong lang={name.language === reader.interfaceLanguage ? undefined : name.language}>
          {name.text}
        </strong>
        <span class="cell-note">
          {[
            languageInWords(reader, feed.language),
            ...(active.length > 0 ? active : [t('agenda.subscribe.all')]),
          ].join(' · ')}
        </span>
        <span class="cell-note">
          {t(feed.renewedAt ? 'agenda.own.renewedOn' : 'agenda.own.madeOn', { day: day(made) })}{' '}
          {feed.lastFetchedOn === null
            ? t('agenda.own.neverFetched')
            : t('agenda.own.lastFetched', { day: day(feed.lastFetchedOn) })}
        </span>
      </p>
      <div class="actions">
        <form method="post" action={ownFeedPaths.renewal(reader, feed.id)}>
          <button class="button" type="submit">
            {t('agenda.own.renew')}
          </button>
        </form>
        <form method="post" action={ownFeedPaths.end(reader, feed.id)}>
          <button class="button" type="submit">
            {t('agenda.own.end')}
          </button>
        </form>
      </div>
    </>
  )
}

interface OwnFeedRequest extends Visit {
  context: Context
  feeding: CalendarFeeding
  networkId: string
  filter: EventFilter
  hasVague: boolean
  /** The program already has this version. */
  isKnown: boolean
}

/** Loads a secret feed: the agenda of one network as its owner may see it now; 404 for an unknown address. */
export async function loadOwnFeedRequest(visit: Visit): Promise<OwnFeedRequest> {
  const { request, reply, application } = visit
  const secret = parameterOf(request.params, 'secret') ?? ''
  hide(reply)
  const feed = /^[0-9a-f]{48}$/.test(secret) ? await lookUpFeed(application, secret) : null
  const owner = feed && (await lookUpActor(application, feed.personId))
  if (!feed || !owner) return notFound()
  if (!feed.isFetchedToday) await noteFetch(application, feed.id)
  const clock = readOnce(application.clock)
  const anybody = { ...application, actor: owner, today: dayOf(clock) }
  const network = await findNetwork(anybody, feed.network)
  const actor: Actor = {
    ...owner,
    // The operator acts in a browser or at the command line, never through a feed.
    isOperator: false,
    holdings: owner.holdings.filter(({ networkId }) => networkId === network.id),
  }
  const today = ownDay({ ...application, clock }, network.opensOn)
  const context = { actor, clock: application.clock, database: application.database, today }
  const etag = etagOf(
    await readFreshness(context, network.id),
    feed.id,
    today,
    JSON.stringify(actor.holdings),
    feed.parameters,
  )
  reply.header('etag', etag)
  const parameters = readParameters(feed.parameters)
  return {
    ...visit,
    context,
    networkId: network.id,
    filter: readFeedFilter(parameters),
    hasVague: asksForVague(parameters),
    isKnown: isCurrent(request, etag),
    feeding: {
      baseUrl: application.settings.baseUrl,
      uidHost: await findUidHost(context, application.settings),
      reader: readerOf(application, feed.language, today),
      network,
      isInside: mayReadInside(actor, network.id),
    },
  }
}

/** The parameters of an address as routes are given them. */
export function readParameters(text: string): Record<string, string[]> {
  const given = new URLSearchParams(text)
  return Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)]))
}

// Private: cached nowhere on the way, not indexed, and no referrer for other sites.
function hide(reply: FastifyReply): void {
  reply
    .header('cache-control', 'private, no-cache')
    .header('x-robots-tag', 'noindex')
    .header('referrer-policy', 'no-referrer')
}

function readerOf({ translate }: Application, language: string, today: string): CalendarFeeding['reader'] {
  const interfaceLanguage = isInterfaceLanguage(language) ? language : interfaceLanguages[2]
  return { language, interfaceLanguage, t: translate(interfaceLanguage), today, now: null }
}
