import type { FastifyInstance, FastifyReply } from 'fastify'
import { organisationsOf } from '../../../../platform/context/actor.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { compareNames } from '../../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { mostPages, readPageNumber } from '../../../../platform/input/page-number.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { type ActiveFilter, Filters } from '../../../../ui/table/filters.tsx'
import { Pagination, ResultCount } from '../../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { countryName } from '../../../directory/index.ts'
import { keptByNetwork, type Network, readNetworkRequest, themes } from '../../../networks/index.ts'
import { drawPartnersPage } from '../../page.tsx'
import { mayAdvise } from '../../policy.ts'
import { readExpectationRequest, sendToSignIn } from '../call.ts'
import type { Expectation } from '../expectation.ts'
import { drawExpectation } from '../page.tsx'
import { paths } from '../paths.ts'
import { ExpectationTable } from './expectation-table.tsx'
import {
  ages,
  type ExpectationFilter,
  expectationParameters,
  filterParameters,
  readExpectationFilter,
  statuses,
  views,
} from './filter.ts'
import { countExpectations, listExpectations } from './queries.ts'

const expectationsAPage = 30
const most = 1000

/** What is expected in a network, as far as the reader may see it, and each expectation. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork(expectationParameters) } })
  const place = '/:language/:network/expectations'
  pages.get(place, showList)
  pages.with({ config: { kept: keptByNetwork(['answer', 'done', 'now']) } }).get(`${place}/:slug`, showOne)
}

// Mails lead here: who is not signed in and may not see it signs in first, and nobody learns whether it exists.
async function showOne(visit: Visit): Promise<FastifyReply> {
  const { request, reply } = visit
  try {
    return await drawExpectation(await readExpectationRequest(visit))
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'notFound') throw error
    const asked = await readNetworkRequest(visit)
    const slug = parameterOf(request.params, 'slug') ?? ''
    const sent = sendToSignIn(reply, { ...asked, writing: asked.context }, `/${slug}`)
    if (sent === null) throw error
    return sent
  }
}

async function showList(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { context, reader, network } = asked
  const filter = readExpectationFilter(request.query)
  const page = readPageNumber(request.query)
  const offset = (page - 1) * expectationsAPage
  const total = await countExpectations(context, network.id, filter, most + 1)
  const expectations = await listExpectations(context, network.id, filter, {
    limit: expectationsAPage,
    offset,
  })
  const isAdviser = mayAdvise(context.actor, network.id)
  const own = organisationsOf(context.actor, network.id, ['member', 'contributor'])
  return drawPartnersPage(asked, {
    title: reader.t('partners.expectations.title'),
    description: reader.t('partners.expectations.lead'),
    path: '/expectations',
    width: 'wide',
    children: (
      <ExpectationsPage
        network={network}
        filter={filter}
        expectations={expectations}
        total={total}
        most={most}
        page={page}
        pages={Math.min(mostPages, Math.ceil(Math.min(total, most) / expectationsAPage))}
        first={offset + 1}
        mayState={isAdviser || organisationsOf(context.actor, network.id, ['member']).length > 0}
        hasOwn={own.length > 0}
        isAdviser={isAdviser}
      />
    ),
  })
}

interface ExpectationsPageProps {
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
function ExpectationsPage(props: ExpectationsPageProps) {
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

interface ExpectationFiltersProps {
  network: Network
  filter: ExpectationFilter
}

/** Choices by which the list is narrowed, and those in force. */
function ExpectationFilters({ network, filter }: ExpectationFiltersProps) {
  const reader = useReader()
  const { t } = reader
  const word = (text: string) => capitalized(text, reader.interfaceLanguage)
  return (
    <Filters
      action={`/${reader.language}/${network.slug}/expectations`}
      fields={[
        { type: 'search', name: 'q', label: t('partners.filter.text'), value: filter.text },
        {
          type: 'select',
          name: 'theme',
          label: t('partners.filter.theme'),
          value: filter.theme ?? '',
          options: themes
            .map((value) => ({ value, label: word(t(`networks.theme.${value}`)) }))
            .toSorted((a, b) => compareNames(reader.language, a.label, b.label)),
        },
        {
          type: 'select',
          name: 'status',
          label: t('partners.expectation.state'),
          value: filter.status ?? '',
          options: statuses.map((value) => ({ value, label: word(t(`partners.state.${value}`)) })),
        },
        {
          type: 'select',
          name: 'country',
          label: t('partners.filter.country'),
          value: filter.country ?? '',
          options: network.countries.map((value) => ({ value, label: countryName(reader, value) })),
        },
        {
          type: 'select',
          name: 'age',
          label: t('partners.expectation.age'),
          value: filter.age ?? '',
          options: ages.map((value) => ({ value, label: t(`partners.age.${value}`) })),
        },
      ]}
      kept={{
        ...(filter.view === 'all' ? {} : { view: filter.view }),
        ...(reader.now ? { now: reader.now } : {}),
      }}
      active={activeFilters(reader, network, filter)}
      clearHref={paths.list(reader, network.slug, { view: filterParameters(filter).view })}
    />
  )
}

function activeFilters(reader: Reader, network: Network, filter: ExpectationFilter): ActiveFilter[] {
  const { t } = reader
  const chip = (name: string, label: string, value: string | null): ActiveFilter[] =>
    value === null || value === ''
      ? []
      : [{ label, value, removeHref: paths.list(reader, network.slug, filterParameters(filter, name)) }]
  return [
    ...chip('q', t('partners.filter.text'), filter.text),
    ...chip('theme', t('partners.filter.theme'), filter.theme && t(`networks.theme.${filter.theme}`)),
    ...chip('status', t('partners.expectation.state'), filter.status && t(`partners.state.${filter.status}`)),
    ...chip('country', t('partners.filter.country'), filter.country && countryName(reader, filter.country)),
    ...chip('age', t('partners.expectation.age'), filter.age && t(`partners.age.${filter.age}`)),
  ]
}
