import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { RecordHead } from '../../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../../platform/records/record-kind.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import type { QueueView, Suggestion } from '../queries.ts'
import { authorWords } from '../suggestion-page.tsx'

export interface QueueEntry {
  suggestion: Suggestion
  network: Network | null
  kind: RecordKind | null
  head: RecordHead | null
}

interface QueueTableProps {
  network: Network
  view: QueueView
  entries: QueueEntry[]
  /** Suggestions of several groups: each row names its group. */
  ofAll: boolean
  now: Temporal.Instant
}

/** Suggestions in a list: the record, the words, the author, the age. */
export function QueueTable({ network, view, entries, ofAll, now }: QueueTableProps) {
  const reader = useReader()
  const { t } = reader
  const group: Column<QueueEntry> = {
    key: 'group',
    label: t('contributions.queue.column.group'),
    cell: (entry) => (entry.network ? <Name name={entry.network.name} /> : null),
  }
  return (
    <DataTable
      caption={t('contributions.queue.title')}
      captionHidden
      rows={entries}
      rowKey={({ suggestion }) => suggestion.id}
      columns={[
        {
          key: 'record',
          label: t('contributions.queue.column.record'),
          header: true,
          cell: (entry) => (
            <a href={paths.suggestion(reader, (entry.network ?? network).slug, entry.suggestion.id)}>
              {entry.head ? chooseName(entry.head.title, reader.language).text : newRecord(reader, entry)}
              {/* Several suggestions on one record would sound alike in a list of links. */}
              <span class="visually-hidden">
                {' '}
                (<Moment at={entry.suggestion.createdAt} />)
              </span>
            </a>
          ),
        },
        ...(ofAll ? [group] : []),
        {
          key: 'words',
          label: t('contributions.queue.column.words'),
          wide: true,
          cell: ({ suggestion }) => (
            <span lang={suggestion.language === reader.interfaceLanguage ? undefined : suggestion.language}>
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
                {t(`contributions.decision.${suggestion.decision}`)}, <Moment at={suggestion.decidedAt} />
              </>
            ) : (
              ageWords(reader, suggestion.createdAt, now)
            ),
        },
      ]}
    />
  )
}

function newRecord({ t }: Reader, { kind }: QueueEntry): string {
  return t('contributions.suggestion.new', { noun: kind ? t(kind.noun) : '' })
}

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown).trimEnd()}…` : text
}

const longestShown = 160

/** The age of an instant, in whole days. */
function ageWords({ t }: Reader, at: Date, now: Temporal.Instant): string {
  const days = Math.floor((now.epochMilliseconds - at.getTime()) / 86_400_000)
  return t('contributions.queue.age', { days: Math.max(0, days) })
}
