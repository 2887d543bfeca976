import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { keyOf } from '../../../platform/http/navigation.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { oneOf } from '../../../platform/input/criteria.ts'
import { type AddressParameters, listFilter } from '../../../platform/input/list-filter.ts'
import { useReader } from '../../../ui/reader.tsx'
import { addListPage } from '../../../ui/table/list-page.tsx'
import { rangeOf } from '../../../ui/text/date-words.ts'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { StatusLegend } from '../../../ui/tie/status-mark.tsx'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import { type ChartEntry, TimelineChart } from '../../../ui/timeline/timeline-chart.tsx'
import { type AgendaEvent, listEventsOf } from '../../agenda/events/index.ts'
import { addLink } from '../../contributions/index.ts'
import { countryName, shortNames } from '../../directory/index.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  type Network,
  renderNetworkPage,
  themes,
} from '../../networks/index.ts'
import { type Agreement, listAgreements } from '../agreements/queries.ts'
import { agreementKinds, confirmations, isAct, statuses } from '../codes.ts'
import { paths } from '../paths.ts'
import { ownSideFirst, tieLine } from '../tie.ts'
import { cooperationCriteria, cooperationFilter } from './cooperation-filter.ts'
import { countCooperations, findChoices, listCooperations } from './queries.ts'
import type { CooperationSummary } from './summary.queries.ts'
import { CooperationList } from './views/cooperation-list.tsx'
import { CooperationMap, networkName } from './views/cooperation-map.tsx'

const views = ['table', 'map', 'timeline'] as const

function entryOf(view: (typeof views)[number]): { path: string; view?: string } {
  return { path: '/cooperations', ...(view === 'table' ? {} : { view }) }
}

/** The cooperations of a network as a table, on a map or over the years, narrowed by what occurs there. */
export function addCooperationList(app: FastifyInstance, application: Application): void {
  const kept = cachedByNetwork([...cooperationFilter.names, 'page', 'view', 'now'])
  addListPage(pagesOf(app, application, { config: { kept } }), '/:language/:network/cooperations', {
    open: loadNetworkRequest,
    filter: listFilter({ ...cooperationCriteria, view: oneOf(views, 'table') }),
    rowsAPage: 50,
    // A map or a chart of more would be read by nobody.
    atOnce: ({ view }) => (view === 'table' ? null : 200),
    countedAtMost: 1000,
    find: async ({ context, reader, network }, { view, ...filter }, { most, ...slice }) => {
      const side = ownSideFirst(reader, network.countries)[0] === network.countries[0] ? 'first' : 'second'
      const [total, rows, choices] = await Promise.all([
        countCooperations(context, network.id, filter, most),
        listCooperations(context, network.id, filter, slice, side),
        findChoices(context, network.id),
      ])
      const ids = view === 'timeline' ? rows.map((row) => row.id) : []
      const [agreements, activities] = await Promise.all([
        listAgreements(context, ids),
        listEventsOf(context, ids),
      ])
      return { total, rows, choices, agreements, activities }
    },
    send: renderNetworkPage,
    head: ({ reader, network, filter, address }) => ({
      title: reader.t('registry.list.title'),
      description: reader.t('registry.list.description', { network: networkName(reader, network) }),
      path: '/cooperations',
      entry: keyOf(entryOf(filter.view)),
      ways: Object.fromEntries(
        views.map((view) => [keyOf(entryOf(view)), address({ view: entryOf(view).view })]),
      ),
      searched: filter.q,
      width: 'wide',
    }),
    address: ({ reader, network }, parameters) => paths.cooperations(reader, network.slug, parameters),
    filters: ({ reader, network, choices, parameters: { view, sort, scope } }) => {
      const { t } = reader
      const regionName = (slug: string) => {
        const region = choices.regions.find((each) => each.slug === slug)
        return region ? chooseName(shortNames(region), reader.language).text : slug
      }
      return {
        action: `/${reader.language}/${network.slug}/cooperations`,
        kept: { view, sort, scope, now: reader.now ?? undefined },
        clearHref: paths.cooperations(reader, network.slug, { view }),
        // Nobody chooses what nothing has.
        fields: [
          { name: 'q', label: t('registry.filter.text') },
          {
            name: 'theme',
            label: t('registry.filter.theme'),
            codes: themes.filter((code) => choices.themes.includes(code)),
            word: (code) => t(`networks.theme.${code}`),
            isSorted: true,
          },
          {
            name: 'status',
            label: t('registry.filter.status'),
            codes: statuses.filter((code) => choices.statuses.includes(code)),
            word: (code) => t(`ui.status.${code}`),
            isSorted: true,
          },
          {
            name: 'kind',
            label: t('registry.filter.kind'),
            codes: agreementKinds.filter((code) => choices.kinds.includes(code)),
            word: (code) => t(`registry.agreementKind.${code}`),
            isSorted: true,
          },
          {
            name: 'confirmation',
            place: 'more',
            label: t('registry.filter.confirmation'),
            codes: confirmations.filter((code) => choices.confirmations.includes(code)),
            word: (code) => t(`registry.confirmation.short.${code}`),
          },
          {
            name: 'country',
            place: 'more',
            label: t('registry.filter.country'),
            codes: network.countries,
            word: (code) => countryName(reader, code),
          },
          {
            name: 'within',
            place: 'more',
            label: t('registry.filter.within'),
            codes: choices.regions.map(({ slug }) => slug),
            word: regionName,
          },
          {
            name: 'level',
            place: 'more',
            label: t('registry.filter.level'),
            codes: choices.levels.map(String),
            word: (level) => (isLevel(level) ? t(`registry.level.level${level}`) : null),
          },
          { name: 'from', until: 'to', place: 'more', label: t('registry.filter.period') },
        ],
      }
    },
    rows: (list) => {
      const { reader, network, filter, rows, total, last, address } = list
      const { t } = reader
      return (
        <>
          {filter.view !== 'table' && total > last ? (
            <p class="quiet">{t('registry.list.drawnFirst', { count: last })}</p>
          ) : null}
          {filter.view === 'map' ? <CooperationMap network={network} rows={rows} /> : null}
          {filter.view === 'timeline' ? <CooperationChart {...list} /> : null}
          {filter.view === 'table' ? (
            <CooperationList
              network={network}
              rows={rows}
              filter={filter}
              sortHref={(sort) => address({ sort: sort === 'name' ? undefined : sort })}
            />
          ) : null}
          <StatusLegend statuses={rows.map((row) => row.standing.status)} />
          <p>
            <a href={address({ scope: filter.scope === 'all' ? undefined : 'all' })}>
              {t(filter.scope === 'all' ? 'registry.list.onlyListed' : 'registry.list.alsoBeside')}
            </a>
          </p>
        </>
      )
    },
    listsAll: true,
    empty: ({ reader, network }, isNarrowed) =>
      isNarrowed
        ? {
            title: reader.t('registry.list.emptyTitle'),
            why: reader.t('registry.list.emptyWhy'),
            next: (
              <a href={paths.cooperations(reader, network.slug)}>{reader.t('registry.list.emptyNext')}</a>
            ),
          }
        : { title: reader.t('registry.list.noneTitle'), why: reader.t('registry.list.noneWhy') },
    render: ({ reader, context, network, parameters, total }, filters, results) => (
      <>
        <PageHeading
          actions={addLink({
            reader,
            actor: context.actor,
            network,
            kind: { segment: 'cooperations' },
            label: reader.t('registry.form.newCooperation'),
          })}
        >
          {reader.t('registry.list.title')}
        </PageHeading>
        {filters}
        {results}
        {total > 0 ? <Downloads network={network} parameters={parameters} /> : null}
      </>
    ),
  })
}

function isLevel(level: string): level is '1' | '2' | '3' | '4' {
  return /^[1-4]$/.test(level)
}

const formats = ['csv', 'xlsx', 'json', 'geojson', 'iati.xml'] as const
const formatNames = { csv: 'CSV', xlsx: 'Excel', json: 'JSON', geojson: 'GeoJSON', 'iati.xml': 'IATI' }

/** The same cooperations for programs, whichever way they are looked at. */
function Downloads({ network, parameters }: { network: Network; parameters: AddressParameters }) {
  const reader = useReader()
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...parameters, view: undefined }))
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

interface CooperationChartProps {
  network: Network
  rows: CooperationSummary[]
  agreements: Agreement[]
  activities: AgendaEvent[]
}

/** Cooperations as rows over the same years: acts, exchanges and silences. */
function CooperationChart({ network, rows, agreements, activities }: CooperationChartProps) {
  const reader = useReader()
  return (
    <TimelineChart
      caption={reader.t('registry.list.caption')}
      rows={rows.map((row) => ({
        key: row.slug,
        heading: (
          <TieLine
            {...tieLine(reader, network, row)}
            size="inline"
            href={paths.cooperation(reader, network.slug, row.slug)}
          />
        ),
        status: row.standing.status,
        ...(row.sinceFrom ? { since: Number(row.sinceFrom.slice(0, 4)) } : {}),
        entries: [...actsOf(reader, row, agreements), ...exchangesOf(row, activities)],
      }))}
    />
  )
}

// An act of another body beneath the tie is not one of the tie.
function actsOf(reader: Reader, row: CooperationSummary, agreements: Agreement[]): ChartEntry[] {
  return agreements
    .filter((agreement) => agreement.cooperationId === row.id && agreement.parentId === null)
    .flatMap((agreement) => agreement.steps.filter((step) => isAct(step.state)))
    .flatMap((step) =>
      step.happened ? [{ lane: 'agreement' as const, ...rangeOf(step.happened, reader.today) }] : [],
    )
}

function exchangesOf(row: CooperationSummary, activities: AgendaEvent[]): ChartEntry[] {
  return activities
    .filter((activity) => activity.cooperations.some((each) => each.id === row.id))
    .flatMap((activity) =>
      activity.happens
        ? [
            {
              lane: 'activity' as const,
              ...rangeOf(activity.happens, activity.knownOn),
              planned: activity.state === 'planned',
            },
          ]
        : [],
    )
}
