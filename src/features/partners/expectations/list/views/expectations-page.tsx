import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { Tabs } from '../../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Pagination, ResultCount } from '../../../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import type { Expectation } from '../../expectation.ts'
import { paths } from '../../paths.ts'
import { type ExpectationFilter, filterParameters, views } from '../filter.ts'
import { ExpectationFilters } from './expectation-filters.tsx'
import { ExpectationTable } from './expectation-table.tsx'

export interface ExpectationsPageProps {
  network: Network
  filter: ExpectationFilter
  expectations: readonly Expectation[]
  /** Counted up to one more than `most`. */
  total: number
  most: number
  page: number
  pages: number
  first: number
  /** The reader states what an organisation of theirs, or any, expects. */
  mayState: boolean
  /** The reader speaks for organisations: there is what is expected of them, and what they expect. */
  hasOwn: boolean
  isAdviser: boolean
}

/** What is expected of whom, how it stands and for how long. */
export function ExpectationsPage(props: ExpectationsPageProps) {
  const reader = useReader()
  const { network, filter, expectations, total, most, page, first } = props
  const { t } = reader
  const address = (parameters: Record<string, string | undefined>) =>
    paths.list(reader, network.slug, { ...filterParameters(filter), ...parameters })
  return (
    <>
      <PageHeading lead={t('partners.expectations.lead')} actions={<Actions {...props} />}>
        {t('partners.expectations.title')}
      </PageHeading>
      {props.hasOwn ? (
        <Tabs
          tabs={views.map((view) => ({
            label: t(`partners.expectations.view.${view}`),
            href: paths.list(reader, network.slug, { view: view === 'all' ? undefined : view }),
            current: view === filter.view,
          }))}
        />
      ) : null}
      <ExpectationFilters network={network} filter={filter} />
      {expectations.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <>
          <ResultCount
            total={Math.min(total, most)}
            totalIs={total > most ? 'at_least' : 'exact'}
            first={first}
            last={first + expectations.length - 1}
          />
          <ExpectationTable
            network={network.slug}
            caption={t('partners.expectations.title')}
            expectations={expectations}
          />
          <Pagination
            page={page}
            pages={props.pages}
            href={(each) => address({ page: each === 1 ? undefined : String(each) })}
          />
        </>
      )}
    </>
  )
}

function Actions({ network, mayState, isAdviser }: ExpectationsPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      {mayState ? (
        <a class="button primary" href={paths.add(reader, network.slug)}>
          {t('partners.expectation.new')}
        </a>
      ) : null}{' '}
      {isAdviser ? (
        <a class="button" href={paths.overview(reader, network.slug)}>
          {t('partners.overview.title')}
        </a>
      ) : null}
    </>
  )
}

function Nothing({ network, filter, mayState }: ExpectationsPageProps) {
  const reader = useReader()
  const { t } = reader
  const { view, ...narrowing } = filterParameters(filter)
  const isNarrowed = Object.values(narrowing).some((value) => value !== undefined)
  if (isNarrowed)
    return (
      <EmptyState
        title={t('partners.expectations.noneFound')}
        next={<a href={paths.list(reader, network.slug, { view })}>{t('partners.expectations.showAll')}</a>}
      />
    )
  return (
    <EmptyState
      title={t(`partners.expectations.empty.${filter.view}`)}
      why={t('partners.expectations.emptyWhy')}
      next={
        mayState ? <a href={paths.add(reader, network.slug)}>{t('partners.expectation.new')}</a> : undefined
      }
    />
  )
}
