import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { addListPage } from '../../../../ui/table/list-page.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { countryName } from '../../../directory/index.ts'
import { renderNetworkPage } from '../../../networks/index.ts'
import { paths as eventPaths } from '../../events/paths.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { loadListRequest, type OpenedRequest } from '../frame.tsx'
import { paths } from '../paths.ts'
import { otherCountries, registrationStatus, type Terms } from '../terms.ts'
import { countryWords } from '../terms-facts.tsx'
import { PeopleTable } from './people-table.tsx'
import { countByState, countRegistrations, listRegistrations, type StateCount } from './queries.ts'
import { listStates, registrationFilter } from './registration-filter.ts'

/** Who comes to an event, waits or withdrew, and how many of each country, for those who hold it. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addListPage(pages, '/:language/:network/agenda/:slug/registrations', {
    open: loadListRequest,
    filter: registrationFilter,
    rowsAPage: 50,
    find: async ({ writing, event, terms }, filter, slice) => {
      const [counts, total, rows] = await Promise.all([
        countByState(writing, event.id),
        countRegistrations(writing, event.id, filter),
        listRegistrations(writing, event.id, filter, slice),
      ])
      return { counts, total, rows, standing: registrationStatus(event, terms, writing) }
    },
    send: renderNetworkPage,
    head: ({ reader, event }) => ({
      title: `${reader.t('agenda.registration.list')} · ${eventTitle(reader, event)}`,
      description: reader.t('agenda.registration.list'),
      path: `/agenda/${event.slug}/registrations`,
      noindex: true,
      width: 'wide',
    }),
    address: ({ reader, network, event }, parameters) =>
      paths.list(reader, network.slug, event.slug, parameters),
    filters: ({ reader, network, event, counts, parameters: { state } }) => ({
      action: paths.list(reader, network.slug, event.slug),
      kept: { state },
      told: [],
      fields: [
        { name: 'q', label: reader.t('agenda.registration.search') },
        {
          name: 'country',
          label: reader.t('agenda.registration.country'),
          codes: [...new Set(counts.map(({ country }) => country))],
          word: (code) => countryName(reader, code),
        },
      ],
    }),
    rows: ({ reader, network, event, terms, filter, rows }) => (
      <PeopleTable
        network={network.slug}
        slug={event.slug}
        people={rows}
        terms={terms}
        caption={reader.t(`agenda.registration.state.${filter.state}`)}
      />
    ),
    empty: ({ reader: { t }, filter: { state, q }, address }, isNarrowed) => ({
      title: t(q ? 'agenda.registration.nobodyNamed' : `agenda.registration.empty.${state}`),
      next: isNarrowed ? (
        <a href={address({ country: undefined, q: undefined })}>{t('agenda.registration.all')}</a>
      ) : undefined,
    }),
    render: (list, filters, results) => {
      const { reader, network, event, terms, counts, standing: status } = list
      const { t } = reader
      const sum = (state: string) =>
        counts.filter((each) => each.state === state).reduce((all, { count }) => all + count, 0)
      return (
        <>
          <PageHeading
            kicker={
              <a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>
            }
            actions={<Actions {...list} />}
          >
            {t('agenda.registration.list')}
          </PageHeading>
          {status === 'open' ? null : <Notice>{t(`agenda.registration.standing.${status}`)}</Notice>}
          <div class="registration-counts">
            <CountTable terms={terms} counts={counts} />
          </div>
          <Tabs
            label={t('agenda.registration.states')}
            tabs={listStates.map((state) => ({
              label: `${t(`agenda.registration.state.${state}`)} (${sum(state)})`,
              href: list.address({ state: state === 'placed' ? undefined : state }),
              current: list.filter.state === state,
            }))}
          />
          {filters}
          {results}
          <p class="form-note">{t('agenda.registration.listNote', { months: terms.keptMonths })}</p>
        </>
      )
    },
  })
}

function Actions({ network, event }: OpenedRequest) {
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

/** How many of each country come, wait and are there, beside its places. */
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
