import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { RecordHead, RecordKind } from '../../../../platform/records/record-kind.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { paths } from '../../paths.ts'
import type { Happening } from '../queries.ts'

export interface FeedEntry {
  happening: Happening
  kind: RecordKind | null
  head: RecordHead | null
}

interface FeedPageProps {
  network: string
  entries: FeedEntry[]
  hasMore: boolean
  showsNames: boolean
}

/** What was changed in a network, one thing after the other, the newest first. */
export function FeedPage({ network, entries, hasMore, showsNames }: FeedPageProps) {
  const reader = useReader()
  const { t } = reader
  const last = entries.at(-1)
  return (
    <>
      <PageHeading lead={t('contributions.feed.lead')}>{t('contributions.feed.title')}</PageHeading>
      {entries.length === 0 ? (
        <EmptyState title={t('contributions.feed.empty')} why={t('contributions.feed.emptyWhy')} />
      ) : (
        <ol class="entries">
          {entries.map((entry) => (
            <li key={entry.happening.id}>
              <Entry network={network} entry={entry} showsNames={showsNames} />
            </li>
          ))}
        </ol>
      )}
      {hasMore && last ? (
        <p>
          <a href={paths.feed(reader, network, last.happening.id)} rel="next">
            {t('contributions.feed.earlier')}
          </a>
        </p>
      ) : null}
    </>
  )
}

interface EntryProps {
  network: string
  entry: FeedEntry
  showsNames: boolean
}

function Entry({ network, entry: { happening, kind, head }, showsNames }: EntryProps) {
  const reader = useReader()
  const { t } = reader
  const name = head ? chooseName(head.title, reader.language).text : t('contributions.feed.gone')
  const address =
    kind && head
      ? happening.number === null
        ? paths.record(reader, network, kind, head.slug)
        : paths.version(reader, network, kind, head.slug, happening.number)
      : null
  const organisation = happening.organisation
    ? chooseName(happening.organisation.name, reader.language).text
    : null
  const person = showsNames ? happening.personName : null
  const author = [person, organisation].filter(Boolean).join(', ')
  return (
    <>
      <p class="entry-title">
        {address === null ? name : <a href={address}>{name}</a>} ·{' '}
        {t(`contributions.feed.verb.${happening.verb}`)}
      </p>
      <p class="entry-meta">
        {author === '' ? t('contributions.history.secretariat') : author} ·{' '}
        <Moment at={happening.happenedAt} />
      </p>
      {happening.reason ? <q class="reason">{happening.reason}</q> : null}
    </>
  )
}
