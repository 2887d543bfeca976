import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { mostPages, readPageNumber } from '../../../../platform/input/page-number.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Filters } from '../../../../ui/table/filters.tsx'
import { Pagination, ResultCount } from '../../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { countryName } from '../../../directory/index.ts'
import { drawNetworkPage, type Network } from '../../../networks/index.ts'
import { paths as eventPaths } from '../../events/paths.ts'
import type { AgendaEvent } from '../../events/row.queries.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { readListRequest } from '../call.ts'
import { paths } from '../paths.ts'
import type { Registration } from '../registration.ts'
import { otherCountries, type Standing, standingOf, type Terms } from '../terms.ts'
import { countryWords } from '../terms-facts.tsx'
import { type ListFilter, listParameters, listStates, readListFilter } from './filter.ts'
import { PeopleTable } from './people-table.tsx'
import { countByState, countRegistrations, listRegistrations, type StateCount } from './queries.ts'

const peopleAPage = 50

/** Who comes to an event, for those who hold it. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/agenda/:slug/registrations', show)
}

async function show(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const asked = await readListRequest(visit)
  const { writing, reader, network, event, terms } = asked
  const filter = readListFilter(request.query)
  const page = readPageNumber(request.query)
  const offset = (page - 1) * peopleAPage
  const [counts, total, people] = await Promise.all([
    countByState(writing, event.id),
    countRegistrations(writing, event.id, filter),
    listRegistrations(writing, event.id, filter, { limit: peopleAPage, offset }),
  ])
  const title = reader.t('agenda.registration.list')
  return drawNetworkPage(asked, {
    title: `${title} · ${eventTitle(reader, event)}`,
    description: title,
    path: `/agenda/${event.slug}/registrations`,
    noindex: true,
    width: 'wide',
    children: (
      <ListPage
        network={network}
        event={event}
        terms={terms}
        standing={standingOf(event, terms, writing)}
        filter={filter}
        counts={counts}
        people={people}
        total={total}
        page={page}
        pages={Math.min(mostPages, Math.max(1, Math.ceil(total / peopleAPage)))}
        first={offset + 1}
      />
    ),
  })
}

interface ListPageProps {
  network: Network
  event: AgendaEvent
  terms: Terms
  standing: Standing
  filter: ListFilter
  counts: StateCount[]
  people: Registration[]
  total: number
  page: number
  pages: number
  first: number
}

/** Who comes to an event, waits or withdrew, and how many of each country. */
function ListPage(props: ListPageProps) {
  const reader = useReader()
  const { network, event, terms, standing, filter, counts, people, total } = props
  const { t } = reader
  const href = (parameters: Record<string, string | undefined>) =>
    paths.list(reader, network.slug, event.slug, parameters)
  const sum = (state: string) =>
    counts.filter((each) => each.state === state).reduce((all, { count }) => all + count, 0)
  return (
    <>
      <PageHeading
        kicker={<a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>}
        actions={<Actions {...props} />}
      >
        {t('agenda.registration.list')}
      </PageHeading>
      {standing === 'open' ? null : <Notice>{t(`agenda.registration.standing.${standing}`)}</Notice>}
      <div class="registration-counts">
        <CountTable terms={terms} counts={counts} />
      </div>
      <Tabs
        label={t('agenda.registration.states')}
        tabs={listStates.map((state) => ({
          label: `${t(`agenda.registration.state.${state}`)} (${sum(state)})`,
          href: href(listParameters({ ...filter, state })),
          current: filter.state === state,
        }))}
      />
      <Filters
        action={href({})}
        kept={filter.state === 'placed' ? {} : { state: filter.state }}
        fields={[
          {
            type: 'search',
            name: 'q',
            label: t('agenda.registration.search'),
            value: filter.words,
          },
          {
            type: 'select',
            name: 'country',
            label: t('agenda.registration.country'),
            value: filter.country ?? '',
            options: [...new Set(counts.map(({ country }) => country))].map((country) => ({
              value: country,
              label: countryName(reader, country),
            })),
          },
        ]}
      />
      {people.length === 0 ? (
        <EmptyState
          title={t(
            filter.words ? 'agenda.registration.nobodyNamed' : `agenda.registration.empty.${filter.state}`,
          )}
          next={
            filter.words || filter.country ? (
              <a href={href(listParameters({ ...filter, country: null, words: '' }))}>
                {t('agenda.registration.all')}
              </a>
            ) : undefined
          }
        />
      ) : (
        <>
          <ResultCount total={total} first={props.first} last={props.first + people.length - 1} />
          <PeopleTable
            network={network.slug}
            slug={event.slug}
            people={people}
            terms={terms}
            caption={t(`agenda.registration.state.${filter.state}`)}
          />
          <Pagination
            page={props.page}
            pages={props.pages}
            href={(page) => href({ ...listParameters(filter), page: page === 1 ? undefined : String(page) })}
          />
        </>
      )}
      <p class="form-note">{t('agenda.registration.listNote', { months: terms.keptMonths })}</p>
    </>
  )
}

function Actions({ network, event }: ListPageProps) {
  const reader = useReader()
  const { t } = reader
  const { slug } = event
  const links = [
    [paths.checkIn(reader, network.slug, slug), t('agenda.registration.checkIn')],
    [paths.add(reader, network.slug, slug), t('agenda.registration.add')],
    [paths.settings(reader, network.slug, slug), t('agenda.registration.terms')],
    [paths.file(reader, network.slug, slug, 'xlsx'), t('agenda.registration.table')],
    [paths.file(reader, network.slug, slug, 'pdf'), t('agenda.registration.sheet')],
  ] as const
  return (
    <>
      {links.map(([href, label]) => (
        <a key={href} class="button" href={href}>
          {label}
        </a>
      ))}
      <PrintButton />
    </>
  )
}

interface CountTableProps {
  terms: Pick<Terms, 'places' | 'countryPlaces'>
  counts: readonly StateCount[]
}

interface Row {
  key: string
  label: string
  placed: number
  waiting: number
  arrived: number
  places: number | null
}

/** How many of each country come, wait and are there, beside the places that they have. */
function CountTable({ terms, counts }: CountTableProps) {
  const reader = useReader()
  const { t } = reader
  const countries = new Set([...counts.map(({ country }) => country), ...Object.keys(terms.countryPlaces)])
  const rows = [...countries]
    .toSorted((a, b) => Number(a === otherCountries) - Number(b === otherCountries))
    .map((country) => rowOf(country, countryWords(reader, country), counts, terms.countryPlaces[country]))
  const all = rowOf(null, t('agenda.registration.inAll'), counts, terms.places ?? undefined)
  const isAll = rows.length === 1 && terms.places === null
  return (
    <DataTable<Row>
      caption={t('agenda.registration.counts')}
      captionHidden
      rowKey={({ key }) => key}
      rows={isAll ? rows : [...rows, all]}
      columns={[
        {
          key: 'country',
          label: t('agenda.registration.country'),
          header: true,
          cell: ({ label }) => label,
        },
        {
          key: 'places',
          label: t('agenda.registration.places'),
          numeric: true,
          cell: ({ places }) => places ?? '–',
        },
        {
          key: 'placed',
          label: t('agenda.registration.state.placed'),
          numeric: true,
          cell: ({ placed }) => placed,
        },
        {
          key: 'waiting',
          label: t('agenda.registration.state.waiting'),
          numeric: true,
          cell: ({ waiting }) => waiting,
        },
        {
          key: 'arrived',
          label: t('agenda.registration.present'),
          numeric: true,
          cell: ({ arrived }) => arrived,
        },
      ]}
    />
  )
}

function rowOf(country: string | null, label: string, counts: readonly StateCount[], places?: number): Row {
  const own = counts.filter((each) => country === null || each.country === country)
  const sum = (state: string) =>
    own.filter((each) => each.state === state).reduce((all, { count }) => all + count, 0)
  return {
    key: country ?? '',
    label,
    placed: sum('placed'),
    waiting: sum('waiting'),
    arrived: own.reduce((all, { arrived }) => all + arrived, 0),
    places: places ?? null,
  }
}
