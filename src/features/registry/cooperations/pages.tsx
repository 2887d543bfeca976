import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { isCode } from '../../../platform/input/code.ts'
import { readPageNumber } from '../../../platform/input/page-number.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { listRecordLinks } from '../../../platform/records/record-link.ts'
import { useReader } from '../../../ui/reader.tsx'
import { rangeOf } from '../../../ui/text/date-words.ts'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import { type ChartEntry, TimelineChart } from '../../../ui/timeline/timeline-chart.tsx'
import { type AgendaEvent, listEventsOf } from '../../agenda/events/index.ts'
import { drawNetworkPage, keptByNetwork, type Network, readNetworkRequest } from '../../networks/index.ts'
import { type Agreement, listAgreements } from '../agreements/queries.ts'
import { isAct } from '../codes.ts'
import { paths } from '../paths.ts'
import { ownSideFirst } from '../sides.ts'
import { tieLine } from '../tie.ts'
import { type CooperationPageData, findCooperationPage } from './cooperation-page-data.ts'
import { filterParameters, readFilter } from './filter.ts'
import { countCooperations, findChoices, listCooperations } from './queries.ts'

import type { CooperationRow } from './row.queries.ts'
import { filterParameters as addressParameters } from './views/cooperation-filters.tsx'
import { CooperationList } from './views/cooperation-list.tsx'
import { CooperationMap, networkName } from './views/cooperation-map.tsx'
import { CooperationPage, cooperationTitle } from './views/cooperation-page.tsx'
import { CooperationsPage, views } from './views/cooperations-page.tsx'

const rowsAPage = 50
// A map or a chart of more would be read by nobody.
const rowsAPicture = 200
const countedAtMost = 1001

export function addCooperationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork(filterParameters) } })
  pages.get('/:language/:network/cooperations', readNetworkRequest, async (asked) => {
    const { request, context, reader, network } = asked
    const filter = readFilter(request.query)
    const given = parameterOf(request.query, 'view')
    const view = isCode(views, given) ? given : 'table'
    const page = view === 'table' ? readPageNumber(request.query) : 1
    const limit = view === 'table' ? rowsAPage : rowsAPicture
    const side = ownSideFirst(reader, network.countries)[0] === network.countries[0] ? 'first' : 'second'
    const [total, rows, choices] = await Promise.all([
      countCooperations(context, network.id, filter, countedAtMost),
      listCooperations(context, network.id, filter, { limit, offset: (page - 1) * limit }, side),
      findChoices(context, network.id),
    ])
    const pages = view === 'table' ? countPages(total, page, rows.length) : 1
    const ids = view === 'timeline' ? rows.map((row) => row.id) : []
    const [agreements, activities] = await Promise.all([
      listAgreements(context, ids),
      listEventsOf(context, ids),
    ])
    return drawNetworkPage(asked, {
      title: reader.t('registry.list.title'),
      description: reader.t('registry.list.description', { network: networkName(reader, network) }),
      path: '/cooperations',
      searched: filter.text,
      width: 'wide',
      children: (
        <CooperationsPage
          network={network}
          filter={filter}
          choices={choices}
          view={view}
          statuses={rows.map((row) => row.standing.status)}
          total={total}
          most={countedAtMost}
          page={page}
          pages={pages}
          actor={context.actor}
          first={(page - 1) * limit + 1}
          last={(page - 1) * limit + rows.length}
        >
          {view === 'map' ? <CooperationMap network={network} rows={rows} /> : null}
          {view === 'timeline' ? (
            <CooperationChart network={network} rows={rows} agreements={agreements} activities={activities} />
          ) : null}
          {view === 'table' ? (
            <CooperationList
              network={network}
              rows={rows}
              filter={filter}
              sortHref={(sort) =>
                paths.cooperations(reader, network.slug, {
                  ...addressParameters(filter),
                  sort: sort === 'name' ? undefined : sort,
                })
              }
            />
          ) : null}
        </CooperationsPage>
      ),
    })
  })

  pages
    .with({ config: { kept: keptByNetwork(['now']) } })
    .get('/:language/:network/cooperations/:slug', readNetworkRequest, async (asked) => {
      const { request, context, reader, network } = asked
      const data = await findCooperationPage(context, network.id, parameterOf(request.params, 'slug') ?? '')
      const title = cooperationTitle(reader, network, data.cooperation)
      const links = await listRecordLinks(application.recordLinks, {
        context,
        reader,
        network,
        kind: 'cooperation',
        record: data.cooperation,
      })
      return drawNetworkPage(asked, {
        title,
        description: chooseText(data.cooperation.summary, reader.language)?.text ?? title,
        path: `/cooperations/${data.cooperation.slug}`,
        structuredData: cooperationData(application.settings.baseUrl, reader, network, data, title),
        children: <CooperationPage network={network} data={data} links={links} actor={context.actor} />,
      })
    })
}

// Where counting stopped, there is a next page as long as this one is full.
function countPages(total: number, page: number, rows: number): number {
  const counted = Math.max(1, Math.ceil(Math.min(total, countedAtMost - 1) / rowsAPage))
  if (total < countedAtMost) return counted
  return Math.min(200, Math.max(counted, rows === rowsAPage ? page + 1 : page))
}

interface CooperationChartProps {
  network: Network
  rows: CooperationRow[]
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
function actsOf(reader: Reader, row: CooperationRow, agreements: Agreement[]): ChartEntry[] {
  return agreements
    .filter((agreement) => agreement.cooperationId === row.id && agreement.parentId === null)
    .flatMap((agreement) => agreement.steps.filter((step) => isAct(step.state)))
    .flatMap((step) =>
      step.happened ? [{ lane: 'agreement' as const, ...rangeOf(step.happened, reader.today) }] : [],
    )
}

function exchangesOf(row: CooperationRow, activities: AgendaEvent[]): ChartEntry[] {
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

/** A cooperation for search engines: schema.org Project with its parties as members. */
function cooperationData(
  baseUrl: string,
  reader: Reader,
  network: Network,
  data: CooperationPageData,
  title: string,
): object {
  const { cooperation, details } = data
  const organisation = (each: { slug: string; name: Record<string, string> }) => ({
    '@type': 'Organization',
    name: chooseName(each.name, reader.language).text,
    url: `${baseUrl}/${reader.language}/${network.slug}/organisations/${each.slug}`,
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'Project',
    name: title,
    url: `${baseUrl}/${reader.language}/${network.slug}/cooperations/${cooperation.slug}`,
    description: chooseText(cooperation.summary, reader.language)?.text,
    ...(cooperation.since ? { foundingDate: cooperation.since } : {}),
    member: cooperation.parties.filter((party) => party.capacity === 'party').map(organisation),
    ...(details.actors.length > 0 ? { contributor: details.actors.map(organisation) } : {}),
    keywords: cooperation.themes.map((theme) => reader.t(`networks.theme.${theme}`)).join(', '),
  }
}
