import { describeDate } from '../../../../../platform/dates/index.ts'
import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import type { Network } from '../../../../networks/index.ts'
import { readFeedFilter } from '../../../events/list/filter.ts'
import { activeFilters } from '../../../events/list/views/event-filters.tsx'
import { paths } from '../../paths.ts'
import { readParameters } from '../call.ts'
import { ownFeedPaths } from '../paths.ts'
import type { OwnFeed } from '../queries.ts'

interface FeedsSectionProps {
  feeds: OwnFeed[]
  /** Where one may make a secret address. */
  networks: Pick<Network, 'slug' | 'name'>[]
}

/** On the account page: one’s secret addresses, when each was last fetched, renewed or withdrawn by a button, and where to make one. */
export function FeedsSection({ feeds, networks }: FeedsSectionProps) {
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
  const active = activeFilters(reader, feed.network, filter).map(({ label, value }) => `${label} – ${value}`)
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
