import { isInterfaceLanguage, languageNames } from '../../../../../platform/i18n/languages.ts'
import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { DataTable } from '../../../../../ui/table/data-table.tsx'
import { Filters } from '../../../../../ui/table/filters.tsx'
import { Pagination, ResultCount } from '../../../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { countryName } from '../../../../directory/index.ts'
import type { Network } from '../../../../networks/index.ts'
import { lettersIn } from '../../../subscribers/call.ts'
import { paths } from '../../paths.ts'
import { outcomes, type Sending } from '../../sending.ts'
import { LocalMoment } from '../../views/local-moment.tsx'
import { sendingTitle } from '../../views/sending-title.ts'
import { type OutcomeFilter, outcomeParameters } from '../filter.ts'
import type { ReaderOutcome } from '../queries.ts'

interface OutcomesPageProps {
  network: Network
  sending: Sending
  filter: OutcomeFilter
  /** In which its readers read. */
  countries: readonly string[]
  found: ReaderOutcome[]
  total: number
  page: number
  pages: number
  first: number
}

/** What became of the letter of each reader, with what their mail server said. */
export function OutcomesPage(props: OutcomesPageProps) {
  const reader = useReader()
  const { network, sending, filter, found, total } = props
  const { t } = reader
  const parameters = outcomeParameters(filter)
  const href = (more: Record<string, string | undefined>) =>
    paths.readers(reader, network.slug, sending.id, { ...parameters, ...more })
  const back = paths.sending(reader, network.slug, sending.id)
  return (
    <>
      <PageHeading
        kicker={<a href={back}>{sendingTitle(reader, sending)}</a>}
        actions={(['csv', 'xlsx'] as const).map((format) => (
          <a
            key={format}
            class="button"
            href={paths.table(reader, network.slug, sending.id, format, parameters)}
          >
            {t(`newsletter.sending.table.${format}`)}
          </a>
        ))}
      >
        {t('newsletter.sending.readers')}
      </PageHeading>
      <OutcomeFilters {...props} />
      {found.length === 0 ? (
        <EmptyState
          title={t('newsletter.sending.noReaders')}
          next={
            <a href={paths.readers(reader, network.slug, sending.id)}>{t('newsletter.sending.allReaders')}</a>
          }
        />
      ) : (
        <>
          <ResultCount total={total} first={props.first} last={props.first + found.length - 1} />
          <OutcomeTable found={found} />
          <Pagination
            page={props.page}
            pages={props.pages}
            href={(page) => href({ page: page === 1 ? undefined : String(page) })}
          />
        </>
      )}
    </>
  )
}

function OutcomeFilters({ network, sending, filter, countries }: OutcomesPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Filters
      action={paths.readers(reader, network.slug, sending.id)}
      fields={[
        { type: 'search', name: 'q', label: t('newsletter.sending.search'), value: filter.words },
        {
          type: 'select',
          name: 'outcome',
          label: t('newsletter.sending.outcome'),
          value: filter.outcome ?? '',
          options: outcomes.map((value) => ({
            value,
            label: t(`newsletter.sending.outcome.${value}`, { count: 2 }),
          })),
        },
        {
          type: 'select',
          name: 'language',
          label: t('newsletter.subscribers.language'),
          value: filter.language ?? '',
          options: lettersIn(network).map((value) => ({ value, label: languageNames[value] })),
        },
        {
          type: 'select',
          name: 'country',
          label: t('newsletter.sending.country'),
          value: filter.country ?? '',
          options: countries.map((value) => ({ value, label: countryName(reader, value) })),
        },
      ]}
    />
  )
}

function OutcomeTable({ found }: { found: ReaderOutcome[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable<ReaderOutcome>
      caption={t('newsletter.sending.readers')}
      captionHidden
      rows={found}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'address',
          label: t('newsletter.subscribers.address'),
          header: true,
          wide: true,
          cell: ({ address }) => <bdi>{address || t('newsletter.sending.noAddress')}</bdi>,
        },
        {
          key: 'language',
          label: t('newsletter.subscribers.language'),
          cell: ({ language }) => (isInterfaceLanguage(language) ? languageNames[language] : language),
        },
        {
          key: 'country',
          label: t('newsletter.sending.country'),
          cell: ({ country }) => countryName(reader, country),
        },
        {
          key: 'outcome',
          label: t('newsletter.sending.outcome'),
          cell: ({ outcome }) => t(`newsletter.sending.outcome.${outcome}`, { count: 1 }),
        },
        {
          key: 'when',
          label: t('newsletter.sending.when'),
          cell: ({ endedAt, dueAt, country }) => {
            const at = endedAt ?? dueAt
            return at === null ? '–' : <LocalMoment country={country} at={at} />
          },
        },
        {
          key: 'words',
          label: t('newsletter.sending.words'),
          cell: ({ words }) => (words === null ? '–' : <bdi>{words}</bdi>),
        },
      ]}
    />
  )
}
