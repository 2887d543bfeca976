import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { isCode } from '../../../../platform/input/code.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { keptHtml } from '../../../../ui/kept-html.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { byOwnSide } from '../../../directory/index.ts'
import { cachedByNetwork, loadNetworkRequest } from '../../../networks/index.ts'
import { zonedYears } from '../../zoned-time.ts'
import { type EventsWithin, findEventsWithin } from '../calendar/queries.ts'
import { Steps } from '../calendar/steps.tsx'
import { renderAgendaView } from '../frame.tsx'
import { type EventFilter, eventParameters, readFilter, viewParameters } from '../list/event-filter.ts'
import { paths } from '../paths.ts'
import { tripGroups, tripKinds, type Years } from './trip-groups.ts'
import { TripsTable } from './trips-table.tsx'

const mostYears = 5
/** How many years the wider look shows. */
const someYears = 3

/** The missions, delegations and study visits of some years over their months. */
export function addTripRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, {
    config: { kept: cachedByNetwork([...eventParameters, 'year', 'until']) },
  })
  pages.get('/:language/:network/agenda/missions', loadNetworkRequest, async (visit) => {
    const { request, context, reader, network } = visit
    const filter = readFilter(request.query)
    const years = readYears(request.query, reader.today)
    const within = await findTrips()
    const words =
      years.from === years.to
        ? String(years.from)
        : reader.t('agenda.missions.several', { from: String(years.from), to: String(years.to) })
    return renderAgendaView(visit, {
      view: 'missions',
      filter,
      title: reader.t('agenda.missions.title', { years: words }),
      lead: reader.t('agenda.missions.lead'),
      noindex: within.events.length === 0 || reader.now !== null,
      kept: {
        year: String(years.from),
        ...(years.from < years.to ? { until: String(years.to) } : {}),
      },
      day: shownDay(years, reader.today),
      children: (
        <>
          <Steps
            label={reader.t('agenda.missions.steps')}
            {...stepsFrom(reader, network.slug, filter, years)}
          />
          <Trips
            network={network}
            filter={filter}
            years={years}
            within={within}
            caption={reader.t('agenda.missions.caption', { years: words })}
          />
        </>
      ),
    })

    async function findTrips() {
      const kind =
        filter.kind.length > 0 ? filter.kind.filter((each) => isCode(tripKinds, each)) : [...tripKinds]
      if (kind.length === 0) return { events: [], isCut: false }
      const period = { from: `${years.from}-01-01`, to: `${years.to}-12-31` }
      return findEventsWithin(context, network, { ...filter, kind }, period)
    }
  })
}

function readYears(query: unknown, today: string): Years {
  const from = readYear(parameterOf(query, 'year')) ?? Number(today.slice(0, 4))
  const until = readYear(parameterOf(query, 'until')) ?? from
  return { from, to: Math.min(Math.max(from, until), from + mostYears - 1) }
}

function readYear(text: string | undefined): number | null {
  const year = Number(/^\d{4}$/.exec(text ?? '')?.[0])
  return year >= zonedYears.from && year <= zonedYears.to ? year : null
}

// Within this year the other views open on today.
function shownDay({ from, to }: Years, today: string): string {
  const year = Number(today.slice(0, 4))
  return year >= from && year <= to ? today : `${from}-01-01`
}

function stepsFrom(reader: Reader, network: string, filter: EventFilter, years: Years) {
  const href = (year: number, until = year) =>
    paths.view(reader, network, 'missions', {
      ...viewParameters(filter),
      year: String(year),
      until: until === year ? undefined : String(until),
    })
  const step = (year: number) =>
    readYear(String(year)) === null ? null : { label: String(year), href: href(year) }
  const now = Number(reader.today.slice(0, 4))
  const isWide = years.from < years.to
  return {
    before: step(years.from - 1),
    now: now >= years.from && now <= years.to && !isWide ? null : step(now),
    after: step(years.to + 1),
    ...(isWide
      ? {}
      : {
          other: {
            label: reader.t('agenda.missions.several', {
              from: String(years.from - someYears + 1),
              to: String(years.from),
            }),
            href: href(years.from - someYears + 1, years.from),
          },
        }),
  }
}

interface TripsProps {
  network: { slug: string; countries: readonly string[] }
  filter: EventFilter
  years: Years
  within: EventsWithin
  caption: string
}

/** The trips of some years; rendered once as long as nothing changes. */
function Trips(props: TripsProps) {
  const reader = useReader()
  const { network, years, within, filter } = props
  const under = JSON.stringify([reader.language, reader.today, reader.now, network.slug, years, filter])
  // The inserted HTML was rendered from vnodes: every text in it is escaped.
  const __html = keptHtml(within, under, () => <Drawn {...props} />)
  return <div class="trips-page" dangerouslySetInnerHTML={{ __html }} />
}

function Drawn({ network, filter, years, within, caption }: TripsProps) {
  const reader = useReader()
  const { t } = reader
  const countries = byOwnSide(reader, network.countries)
  const groups = tripGroups(within.events, years, countries)
  return (
    <>
      {within.isCut ? (
        <p class="attention">{t('agenda.calendar.cut', { count: within.events.length })}</p>
      ) : null}
      {groups.length === 0 ? (
        <EmptyState
          title={t('agenda.missions.empty')}
          why={t('agenda.missions.emptyWhy')}
          next={
            <a href={paths.view(reader, network.slug, 'list', { when: 'all' })}>
              {t('agenda.list.emptyAll')}
            </a>
          }
        />
      ) : (
        <TripsTable
          network={network.slug}
          countries={countries}
          years={years}
          groups={groups}
          caption={caption}
        />
      )}
      <p class="quiet month-undated">
        <a href={paths.view(reader, network.slug, 'list', { ...viewParameters(filter), when: 'all' })}>
          {t('agenda.calendar.undated')}
        </a>
      </p>
    </>
  )
}
