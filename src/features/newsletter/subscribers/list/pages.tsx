import type { FastifyInstance, FastifyReply } from 'fastify'
import { isId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { numberFormatter } from '../../../../platform/i18n/formatters.ts'
import { isInterfaceLanguage, languageNames } from '../../../../platform/i18n/languages.ts'
import { mostPages, readPageNumber } from '../../../../platform/input/page-number.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Filters } from '../../../../ui/table/filters.tsx'
import { Pagination, ResultCount } from '../../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { countryName } from '../../../directory/index.ts'
import { drawNetworkPage, goOn, type Network } from '../../../networks/index.ts'
import { readKeeperRequest } from '../call.ts'
import { followReader } from '../commands.ts'
import { paths } from '../paths.ts'
import { lookUpSubscription } from '../queries.ts'
import { type LastReturn, listLastReturns } from '../returns/queries.ts'
import type { Subscription } from '../subscription.ts'
import { addAddingRoutes } from './adding.pages.tsx'
import { removeSubscriber, returnSubscriber } from './commands.ts'
import { type ListFilter, listParameters, listStates, readListFilter } from './filter.ts'
import { addImportRoutes } from './importing.pages.tsx'
import { addProofRoutes } from './proofs.pages.tsx'
import { countFound, countSubscribers, listSubscribers, type SubscriberCount } from './queries.ts'
import { ReaderTable } from './reader-table.tsx'

const place = '/:language/:network/newsletter/subscribers'
const readersAPage = 50

/** Who reads the letter, for those who look after the network: found, added, removed, and back. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, show)
  for (const [verb, act, done] of [
    ['removal', removeSubscriber, 'removed'],
    ['return', returnSubscriber, 'returned'],
  ] as const)
    pages.post(
      `${place}/:id/${verb}`,
      readKeeperRequest,
      async ({ request, reply, writing, reader, network }) => {
        const id = parameterOf(request.params, 'id') ?? ''
        if (!isId(id)) notFound(id)
        await inTransaction(writing, async (inside) => {
          await act(inside, network.id, id)
          await followReader({ application, writing: inside, network }, id)
        })
        return goOn(reply, paths.list(reader, network.slug, { done, of: id }))
      },
    )
  addAddingRoutes(app, application)
  addImportRoutes(app, application)
  addProofRoutes(app, application)
}

const doings = ['removed', 'returned', 'added', 'decided'] as const

async function show(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const asked = await readKeeperRequest(visit)
  const { writing, reader, network } = asked
  const filter = readListFilter(request.query)
  const page = readPageNumber(request.query)
  const offset = (page - 1) * readersAPage
  const done = doings.find((each) => each === parameterOf(request.query, 'done')) ?? null
  const of = parameterOf(request.query, 'of') ?? ''
  const [counts, total, people, about] = await Promise.all([
    countSubscribers(writing, network.id),
    countFound(writing, network.id, filter),
    listSubscribers(writing, network.id, filter, { limit: readersAPage, offset }),
    isId(of) ? lookUpSubscription(writing, network.id, of) : null,
  ])
  const returns = await listLastReturns(
    writing,
    people.map(({ id }) => id),
  )
  return drawNetworkPage(asked, {
    title: reader.t('newsletter.subscribers.list'),
    description: reader.t('newsletter.subscribers.list'),
    path: '/newsletter/subscribers',
    noindex: true,
    width: 'wide',
    children: (
      <ListPage
        network={network}
        filter={filter}
        counts={counts}
        people={people}
        returns={returns}
        total={total}
        page={page}
        pages={Math.min(mostPages, Math.max(1, Math.ceil(total / readersAPage)))}
        first={offset + 1}
        done={done}
        about={about}
      />
    ),
  }).header('cache-control', 'private, no-store')
}

interface ListPageProps {
  network: Network
  filter: ListFilter
  counts: SubscriberCount[]
  people: Subscription[]
  returns: ReadonlyMap<string, LastReturn>
  total: number
  page: number
  pages: number
  first: number
  /** What was just done, and of whom. */
  done: 'removed' | 'returned' | 'added' | 'decided' | null
  about: Subscription | null
}

/** Who reads the letter, has not confirmed it yet, or left. */
function ListPage(props: ListPageProps) {
  const reader = useReader()
  const { network, filter, counts, people, total } = props
  const { t } = reader
  const href = (parameters: Record<string, string | undefined>) =>
    paths.list(reader, network.slug, parameters)
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
      <DoneNotice {...props} />
      <CountTable counts={counts} />
      <Tabs
        label={t('newsletter.subscribers.states')}
        tabs={listStates.map((state) => ({
          label: `${t(`newsletter.subscribers.state.${state}`)} (${sum(state)})`,
          href: href(listParameters({ ...filter, state })),
          current: filter.state === state,
        }))}
      />
      <Filters
        action={href({})}
        kept={filter.state === 'subscribed' ? {} : { state: filter.state }}
        fields={[
          {
            type: 'search',
            name: 'q',
            label: t('newsletter.subscribers.search'),
            value: filter.words,
          },
        ]}
      />
      {people.length === 0 ? (
        <EmptyState
          title={t(
            filter.words
              ? 'newsletter.subscribers.noneFound'
              : `newsletter.subscribers.empty.${filter.state}`,
          )}
          next={
            filter.words ? (
              <a href={href(listParameters({ ...filter, words: '' }))}>{t('newsletter.subscribers.all')}</a>
            ) : filter.state === 'subscribed' ? (
              <a href={paths.subscribe(reader, network.slug)}>{t('newsletter.subscribers.form')}</a>
            ) : (
              <a href={href({})}>{t('newsletter.subscribers.all')}</a>
            )
          }
        />
      ) : (
        <>
          <ResultCount total={total} first={props.first} last={props.first + people.length - 1} />
          <ReaderTable network={network.slug} people={people} returns={props.returns} state={filter.state} />
          <Pagination
            page={props.page}
            pages={props.pages}
            href={(page) => href({ ...listParameters(filter), page: page === 1 ? undefined : String(page) })}
          />
        </>
      )}
      <p class="form-note">
        {t(
          filter.state === 'returned'
            ? 'newsletter.subscribers.returnedNote'
            : 'newsletter.subscribers.listNote',
        )}
      </p>
    </>
  )
}

function DoneNotice({ network, done, about }: ListPageProps) {
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

/** How many read the letter, by language and country; nothing while nobody does. */
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
