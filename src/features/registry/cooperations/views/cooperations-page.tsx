import type { ComponentChildren } from 'preact'
import type { Actor } from '../../../../platform/context/actor.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Pagination, ResultCount } from '../../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { StatusLegend } from '../../../../ui/tie/status-mark.tsx'
import type { TieStatus } from '../../../../ui/tie/tie-status.ts'
import { addLink } from '../../../contributions/index.ts'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import type { CooperationFilter } from '../filter.ts'
import { CooperationFilters, type FilterChoices, filterParameters } from './cooperation-filters.tsx'

export const views = ['table', 'map', 'timeline'] as const
export type View = (typeof views)[number]

interface CooperationsPageProps {
  network: Network
  actor: Actor
  filter: CooperationFilter
  choices: FilterChoices
  view: View
  total: number
  /** States of the ties shown. */
  statuses: TieStatus[]
  /** How many were counted at most. */
  most: number
  page: number
  pages: number
  first: number
  last: number
  children: ComponentChildren
}

/** The list of cooperations with its filters, shown as a table, on a map or over the years. */
export function CooperationsPage(props: CooperationsPageProps) {
  const reader = useReader()
  const { network, filter, choices, view, total, most, page, pages } = props
  const { t } = reader
  const address = (parameters: Record<string, string | undefined>) =>
    paths.cooperations(reader, network.slug, {
      ...filterParameters(filter),
      view: view === 'table' ? undefined : view,
      ...parameters,
    })
  return (
    <>
      <PageHeading
        actions={addLink({
          reader,
          actor: props.actor,
          network,
          kind: { segment: 'cooperations' },
          label: t('registry.form.newCooperation'),
        })}
      >
        {t('registry.list.title')}
      </PageHeading>
      <CooperationFilters network={network} filter={filter} choices={choices} view={view} />
      <Tabs
        label={t('registry.list.views')}
        tabs={views.map((each) => ({
          label: t(`registry.list.${each}`),
          href: address({ view: each === 'table' ? undefined : each }),
          current: each === view,
        }))}
      />
      {total === 0 ? (
        <EmptyState
          title={t('registry.list.emptyTitle')}
          why={t('registry.list.emptyWhy')}
          next={<a href={paths.cooperations(reader, network.slug)}>{t('registry.list.emptyNext')}</a>}
        />
      ) : (
        <>
          <ResultCount
            total={Math.min(total, most - 1)}
            totalIs={total >= most ? 'at_least' : 'exact'}
            first={props.first}
            last={props.last}
          />
          {view !== 'table' && total > props.last ? (
            <p class="quiet">{t('registry.list.drawnFirst', { count: props.last })}</p>
          ) : null}
          {props.children}
          <StatusLegend statuses={props.statuses} />
          <p>
            <a href={address({ scope: filter.scope === 'all' ? undefined : 'all' })}>
              {t(filter.scope === 'all' ? 'registry.list.onlyListed' : 'registry.list.alsoBeside')}
            </a>
          </p>
          <Pagination
            page={page}
            pages={pages}
            href={(each) => address({ page: each === 1 ? undefined : String(each) })}
          />
        </>
      )}
      <Downloads network={network} filter={filter} />
    </>
  )
}

const formats = ['csv', 'xlsx', 'json', 'geojson', 'iati.xml'] as const
const formatNames = { csv: 'CSV', xlsx: 'Excel', json: 'JSON', geojson: 'GeoJSON', 'iati.xml': 'IATI' }

function Downloads({ network, filter }: { network: Network; filter: CooperationFilter }) {
  const reader = useReader()
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filterParameters(filter)))
    for (const each of [value].flat()) if (each) query.append(name, each)
  if (reader.now) query.set('now', reader.now)
  query.set('language', reader.interfaceLanguage)
  return (
    <p class="downloads">
      {reader.t('registry.list.download')}{' '}
      {formats.map((format, index) => (
        <>
          {index > 0 ? ' · ' : ''}
          <a href={`/api/v1/networks/${network.slug}/cooperations.${format}?${query}`}>
            {formatNames[format]}
          </a>
        </>
      ))}
    </p>
  )
}
