import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { RecordHead, RecordKind } from '../../../../platform/records/record-kind.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { paths } from '../../paths.ts'
import { type QueueView, queueViews, type Suggestion } from '../queries.ts'

export interface QueueEntry {
  suggestion: Suggestion
  kind: RecordKind | null
  head: RecordHead | null
}

interface QueuePageProps {
  reader: Reader
  network: string
  view: QueueView
  kind: RecordKind | null
  kinds: readonly RecordKind[]
  counts: Record<QueueView, number>
  entries: QueueEntry[]
  page: number
  hasMore: boolean
  seesAll: boolean
  now: Temporal.Instant
}

/** What waits to be decided in a network, what was held as likely spam, and what was decided. */
export function QueuePage(props: QueuePageProps) {
  const { reader, network, view, kind, kinds, counts, entries, page } = props
  const { t } = reader
  const address = (asked: { view?: QueueView; kind?: string | undefined; page?: number }) =>
    paths.queue(reader, network, {
      view: (asked.view ?? view) === 'open' ? undefined : (asked.view ?? view),
      kind: 'kind' in asked ? asked.kind : kind?.kind,
      page: asked.page && asked.page > 1 ? String(asked.page) : undefined,
    })
  const views = queueViews.filter((each) => each !== 'held' || props.seesAll)
  return (
    <>
      <PageHeading lead={t(props.seesAll ? 'contributions.queue.lead' : 'contributions.queue.leadOwn')}>
        {t('contributions.queue.title')}
      </PageHeading>
      <Tabs
        reader={reader}
        tabs={views.map((each) => ({
          label: `${t(`contributions.queue.view.${each}`)} (${counts[each]})`,
          href: address({ view: each }),
          current: each === view,
        }))}
      />
      {kinds.length > 1 ? (
        <Tabs
          reader={reader}
          label={t('contributions.queue.kind')}
          tabs={[
            {
              label: t('contributions.queue.anyKind'),
              href: address({ kind: undefined }),
              current: kind === null,
            },
            ...kinds.map((each) => ({
              label: t(each.noun),
              href: address({ kind: each.kind }),
              current: kind === each,
            })),
          ]}
        />
      ) : null}
      {entries.length === 0 ? (
        <EmptyState
          title={t(`contributions.queue.empty.${view}`)}
          why={t(`contributions.queue.emptyWhy.${view}`)}
        />
      ) : (
        <DataTable
          reader={reader}
          caption={t('contributions.queue.title')}
          captionHidden
          rows={entries}
          rowKey={({ suggestion }) => suggestion.id}
          columns={[
            {
              key: 'record',
              label: t('contributions.queue.column.record'),
              header: true,
              cell: ({ suggestion, kind: of, head }) => (
                <a href={paths.suggestion(reader, network, suggestion.id)}>
                  {head ? chooseName(head.title, reader.language).text : newRecord(reader, of)}
                </a>
              ),
            },
            {
              key: 'words',
              label: t('contributions.queue.column.words'),
              wide: true,
              cell: ({ suggestion }) => (
                <span
                  lang={suggestion.language === reader.interfaceLanguage ? undefined : suggestion.language}
                >
                  {shortened(suggestion.words)}
                </span>
              ),
            },
            {
              key: 'author',
              label: t('contributions.history.column.by'),
              cell: ({ suggestion }) => authorWords(reader, suggestion),
            },
            {
              key: 'age',
              label: t(
                view === 'decided' ? 'contributions.queue.column.decided' : 'contributions.queue.column.age',
              ),
              cell: ({ suggestion }) =>
                suggestion.decision && suggestion.decidedAt ? (
                  <>
                    {t(`contributions.decision.${suggestion.decision}`)},{' '}
                    <Moment reader={reader} at={suggestion.decidedAt} />
                  </>
                ) : (
                  ageWords(reader, suggestion.createdAt, props.now)
                ),
            },
          ]}
        />
      )}
      <p class="pagination-simple">
        {page > 1 ? (
          <a href={address({ page: page - 1 })} rel="prev">
            {t('ui.pagination.previous')}
          </a>
        ) : null}{' '}
        {props.hasMore ? (
          <a href={address({ page: page + 1 })} rel="next">
            {t('ui.pagination.next')}
          </a>
        ) : null}
      </p>
    </>
  )
}

/** Who suggested something, in words. */
export function authorWords({ t }: Reader, { author, isFromReader }: Suggestion): string {
  if (isFromReader) return author ?? t('contributions.suggestion.stranger')
  return author ?? t('contributions.history.someone')
}

function newRecord({ t }: Reader, kind: RecordKind | null): string {
  return t('contributions.suggestion.new', { noun: kind ? t(kind.noun) : '' })
}

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown).trimEnd()}…` : text
}

const longestShown = 160

/** How long ago something was, in whole days. */
function ageWords({ t }: Reader, at: Date, now: Temporal.Instant): string {
  const days = Math.floor((now.epochMilliseconds - at.getTime()) / 86_400_000)
  return t('contributions.queue.age', { days: Math.max(0, days) })
}
