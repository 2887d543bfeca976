import type { FastifyInstance, FastifyReply } from 'fastify'
import { organisationsOf } from '../../../../platform/context/actor.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { addListPage } from '../../../../ui/table/list-page.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { countryName } from '../../../directory/index.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  type Network,
  type NetworkRequest,
  renderNetworkPage,
  themes,
} from '../../../networks/index.ts'
import { mayAdvise } from '../../policy.ts'
import { renderExpectation } from '../frame.tsx'
import { paths } from '../paths.ts'
import { loadExpectationRequest, sendToSignIn } from '../request.ts'
import { ages, expectationFilter, statuses, views } from './expectation-filter.ts'
import { ExpectationTable } from './expectation-table.tsx'
import { countExpectations, listExpectations } from './queries.ts'

/** The expectations of a network, as far as the reader may see them, and the page of each. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/expectations'
  const pages = pagesOf(app, application)
  const kept = cachedByNetwork([...expectationFilter.names, 'page', 'now'])
  addListPage(pages.with({ config: { kept } }), place, {
    open: loadRightsRequest,
    filter: expectationFilter,
    rowsAPage: 30,
    countedAtMost: 1000,
    // No page is offered beyond what was counted.
    lastPage: Math.ceil(1000 / 30),
    find: async ({ context, network }, filter, { most, ...slice }) => ({
      total: await countExpectations(context, network.id, filter, most),
      rows: await listExpectations(context, network.id, filter, slice),
    }),
    send: renderNetworkPage,
    head: ({ reader }) => ({
      title: reader.t('partners.expectations.title'),
      description: reader.t('partners.expectations.lead'),
      path: '/expectations',
      width: 'wide',
    }),
    address: ({ reader, network }, parameters) => paths.list(reader, network.slug, parameters),
    filters: ({ reader, network, parameters: { view } }) => {
      const { t } = reader
      return {
        action: `/${reader.language}/${network.slug}/expectations`,
        kept: { view, now: reader.now ?? undefined },
        clearHref: paths.list(reader, network.slug, { view }),
        fields: [
          { name: 'q', label: t('partners.filter.text') },
          {
            name: 'theme',
            label: t('partners.filter.theme'),
            codes: themes,
            word: (code) => t(`networks.theme.${code}`),
            hasCapital: true,
            isSorted: true,
          },
          {
            name: 'status',
            label: t('partners.expectation.state'),
            codes: statuses,
            word: (code) => t(`partners.state.${code}`),
            hasCapital: true,
          },
          {
            name: 'country',
            label: t('partners.filter.country'),
            codes: network.countries,
            word: (code) => countryName(reader, code),
          },
          {
            name: 'age',
            label: t('partners.expectation.age'),
            codes: ages,
            word: (code) => t(`partners.age.${code}`),
          },
        ],
      }
    },
    rows: ({ reader, network, rows }) => (
      <ExpectationTable
        network={network.slug}
        caption={reader.t('partners.expectations.title')}
        expectations={rows}
      />
    ),
    empty: ({ reader: { t }, reader, network, filter, parameters: { view }, mayState }, isNarrowed) =>
      isNarrowed
        ? {
            title: t('partners.expectations.noneFound'),
            next: (
              <a href={paths.list(reader, network.slug, { view })}>{t('partners.expectations.showAll')}</a>
            ),
          }
        : {
            title: t(`partners.expectations.empty.${filter.view}`),
            why: t('partners.expectations.emptyWhy'),
            next: mayState ? (
              <a href={paths.add(reader, network.slug)}>{t('partners.expectation.new')}</a>
            ) : undefined,
          },
    render: (list, filters, results) => (
      <>
        <PageHeading
          lead={list.reader.t('partners.expectations.lead')}
          actions={<Actions network={list.network} mayState={list.mayState} isAdviser={list.isAdviser} />}
        >
          {list.reader.t('partners.expectations.title')}
        </PageHeading>
        {list.hasOwn ? (
          <Tabs
            tabs={views.map((view) => ({
              label: list.reader.t(`partners.expectations.view.${view}`),
              href: paths.list(list.reader, list.network.slug, { view: view === 'all' ? undefined : view }),
              current: view === list.filter.view,
            }))}
          />
        ) : null}
        {filters}
        {results}
      </>
    ),
  })
  pages.with({ config: { kept: cachedByNetwork(['answer', 'done', 'now']) } }).get(`${place}/:slug`, showOne)
}

interface Rights {
  /** The reader may state what one of their organisations, or any, expects. */
  mayState: boolean
  /** The reader speaks for organisations: there is what is expected of them, and what they expect. */
  hasOwn: boolean
  isAdviser: boolean
}

async function loadRightsRequest(visit: Visit): Promise<NetworkRequest & Rights> {
  const loaded = await loadNetworkRequest(visit)
  const { context, network } = loaded
  const isAdviser = mayAdvise(context.actor, network.id)
  return {
    ...loaded,
    isAdviser,
    mayState: isAdviser || organisationsOf(context.actor, network.id, ['member']).length > 0,
    hasOwn: organisationsOf(context.actor, network.id, ['member', 'contributor']).length > 0,
  }
}

// Mails lead here: a visitor who is not signed in and may not see it signs in first, and does not learn whether it exists.
async function showOne(visit: Visit): Promise<FastifyReply> {
  const { request, reply } = visit
  try {
    return await renderExpectation(await loadExpectationRequest(visit))
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'notFound') throw error
    const loaded = await loadNetworkRequest(visit)
    const slug = parameterOf(request.params, 'slug') ?? ''
    const sent = sendToSignIn(reply, { ...loaded, writing: loaded.context }, `/${slug}`)
    if (sent === null) throw error
    return sent
  }
}

function Actions({ network, mayState, isAdviser }: Omit<Rights, 'hasOwn'> & { network: Network }) {
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
