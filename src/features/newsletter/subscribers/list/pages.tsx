import type { FastifyInstance } from 'fastify'
import { isId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { numberFormatter } from '../../../../platform/i18n/formatters.ts'
import { isInterfaceLanguage, languageNames } from '../../../../platform/i18n/languages.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { serveFile } from '../../../../platform/storage/serve-file.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { addListPage } from '../../../../ui/table/list-page.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { countryName } from '../../../directory/index.ts'
import { type Network, redirectAfterPost, renderNetworkPage } from '../../../networks/index.ts'
import { followReader } from '../commands.ts'
import { paths } from '../paths.ts'
import { lookUpSubscription } from '../queries.ts'
import { loadKeeperRequest } from '../request.ts'
import { listLastReturns } from '../returns/queries.ts'
import type { Subscription } from '../subscription.ts'
import { addAddingRoutes } from './adding.pages.tsx'
import { removeSubscriber, returnSubscriber } from './commands.ts'
import { addImportRoutes } from './importing.pages.tsx'
import {
  countFound,
  countSubscribers,
  listSubscribers,
  lookUpProof,
  type SubscriberCount,
} from './queries.ts'
import { ReaderTable } from './reader-table.tsx'
import { listStates, subscriberFilter } from './subscriber-filter.ts'

const doings = ['removed', 'returned', 'added', 'decided'] as const

/** Who reads the letter, has not confirmed it yet, or left, for those who look after the network: found, added, removed, and back. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/newsletter/subscribers'
  addListPage(pages, place, {
    open: loadKeeperRequest,
    filter: subscriberFilter,
    rowsAPage: 50,
    find: async ({ request, writing, network }, filter, slice) => {
      const of = parameterOf(request.query, 'of') ?? ''
      const [counts, total, rows, about] = await Promise.all([
        countSubscribers(writing, network.id),
        countFound(writing, network.id, filter),
        listSubscribers(writing, network.id, filter, slice),
        isId(of) ? lookUpSubscription(writing, network.id, of) : null,
      ])
      const returns = await listLastReturns(
        writing,
        rows.map(({ id }) => id),
      )
      const done = doings.find((each) => each === parameterOf(request.query, 'done')) ?? null
      return { counts, total, rows, returns, done, about }
    },
    send: (visit, page) => renderNetworkPage(visit, page).header('cache-control', 'private, no-store'),
    head: ({ reader }) => ({
      title: reader.t('newsletter.subscribers.list'),
      description: reader.t('newsletter.subscribers.list'),
      path: '/newsletter/subscribers',
      noindex: true,
      width: 'wide',
    }),
    address: ({ reader, network }, parameters) => paths.list(reader, network.slug, parameters),
    filters: ({ reader, network, parameters: { state } }) => ({
      action: paths.list(reader, network.slug),
      kept: { state },
      told: [],
      fields: [{ name: 'q', label: reader.t('newsletter.subscribers.search') }],
    }),
    rows: ({ network, rows, returns, filter }) => (
      <ReaderTable network={network.slug} people={rows} returns={returns} state={filter.state} />
    ),
    empty: ({ reader, reader: { t }, network, filter: { state }, address }, isNarrowed) => ({
      title: t(isNarrowed ? 'newsletter.subscribers.noneFound' : `newsletter.subscribers.empty.${state}`),
      next:
        isNarrowed || state !== 'subscribed' ? (
          <a href={isNarrowed ? address({ q: undefined }) : paths.list(reader, network.slug)}>
            {t('newsletter.subscribers.all')}
          </a>
        ) : (
          <a href={paths.subscribe(reader, network.slug)}>{t('newsletter.subscribers.form')}</a>
        ),
    }),
    render: (list, filters, results) => {
      const { reader, network, filter, counts } = list
      const { t } = reader
      const sum = (state: string) =>
        counts.filter((each) => each.state === state).reduce((all, { count }) => all + count, 0)
      return (
        <>
          <PageHeading
            lead={t('newsletter.subscribers.listLead')}
            actions={
              <>
                <a class="button" href={paths.add(reader, network.slug)}>
                  {t('newsletter.subscribers.add')}
                </a>
                <a class="button" href={paths.import(reader, network.slug)}>
                  {t('newsletter.subscribers.import')}
                </a>
                <a class="button" href={paths.members(reader, network.slug)}>
                  {t('newsletter.subscribers.members')}
                </a>
                <a class="button" href={paths.table(reader, network.slug)}>
                  {t('newsletter.subscribers.table')}
                </a>
                <a class="button" href={paths.subscribe(reader, network.slug)}>
                  {t('newsletter.subscribers.form')}
                </a>
              </>
            }
          >
            {t('newsletter.subscribers.list')}
          </PageHeading>
          <DoneNotice {...list} />
          <CountTable counts={counts} />
          <Tabs
            label={t('newsletter.subscribers.states')}
            tabs={listStates.map((state) => ({
              label: `${t(`newsletter.subscribers.state.${state}`)} (${sum(state)})`,
              href: list.address({ state: state === 'subscribed' ? undefined : state }),
              current: filter.state === state,
            }))}
          />
          {filters}
          {results}
          <p class="form-note">
            {t(
              filter.state === 'returned'
                ? 'newsletter.subscribers.returnedNote'
                : 'newsletter.subscribers.listNote',
            )}
          </p>
        </>
      )
    },
  })
  for (const [verb, act, done] of [
    ['removal', removeSubscriber, 'removed'],
    ['return', returnSubscriber, 'returned'],
  ] as const)
    pages.post(
      `${place}/:id/${verb}`,
      loadKeeperRequest,
      async ({ request, reply, writing, reader, network }) => {
        const id = parameterOf(request.params, 'id') ?? ''
        if (!isId(id)) notFound(id)
        await inTransaction(writing, async (inside) => {
          await act(inside, network.id, id)
          await followReader({ application, writing: inside, network }, id)
        })
        return redirectAfterPost(reply, paths.list(reader, network.slug, { done, of: id }))
      },
    )
  addAddingRoutes(app, application)
  addImportRoutes(app, application)
  addProofRoutes(app, application)
}

interface DoneNoticeProps {
  network: Network
  /** What was just done, and to which subscription. */
  done: (typeof doings)[number] | null
  about: Subscription | null
}

function DoneNotice({ network, done, about }: DoneNoticeProps) {
  const reader = useReader()
  const { t } = reader
  if (done === 'decided')
    return (
      <Notice kind="done" live>
        {t('newsletter.subscribers.did.decided')}
      </Notice>
    )
  if (done === null || about?.address == null) return null
  return (
    <Notice kind="done" live>
      <p>{t(`newsletter.subscribers.did.${done}`, { address: about.address })}</p>
      {done === 'removed' && about.leftBy === 'coordinator' ? (
        <form method="post" action={paths.removal(reader, network.slug, about.id, 'return')}>
          <button type="submit" class="button">
            {t('newsletter.subscribers.undo')}
          </button>
        </form>
      ) : null}
    </Notice>
  )
}

interface CountTableProps {
  counts: SubscriberCount[]
}

/** Readers by language and country; nothing while there are none. */
function CountTable({ counts }: CountTableProps) {
  const reader = useReader()
  const { t } = reader
  const reading = counts.filter(({ state }) => state === 'subscribed')
  if (reading.length === 0) return null
  const number = numberFormatter(reader.interfaceLanguage, {})
  return (
    <DataTable<SubscriberCount>
      caption={t('newsletter.subscribers.counts')}
      rows={reading}
      rowKey={({ language, country }) => `${language} ${country}`}
      columns={[
        {
          key: 'language',
          label: t('newsletter.subscribers.language'),
          header: true,
          cell: ({ language }) => (isInterfaceLanguage(language) ? languageNames[language] : language),
        },
        {
          key: 'country',
          label: t('newsletter.sending.country'),
          cell: ({ country }) => countryName(reader, country),
        },
        {
          key: 'count',
          label: t('newsletter.subscribers.readers'),
          numeric: true,
          cell: ({ count }) => number.format(count),
        },
      ]}
    />
  )
}

/** Documents that prove consent, for coordinators only. */
function addProofRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(
    '/:language/:network/newsletter/subscribers/proofs/:proof',
    loadKeeperRequest,
    async ({ request, reply, writing, network }) => {
      const id = parameterOf(request.params, 'proof') ?? ''
      const file = (await lookUpProof(writing, network.id, id)) ?? notFound('proof')
      return serveFile(reply, application.storage, file)
    },
  )
}
