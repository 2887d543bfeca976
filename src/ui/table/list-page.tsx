import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { PageRequest } from '../../platform/http/page-request.ts'
import type { Pages, Visit } from '../../platform/http/visit.ts'
import type { AddressParameters } from '../../platform/input/list-filter.ts'
import { mostPages, readPageNumber } from '../../platform/input/parameters.ts'
import { EmptyState, type EmptyStateProps } from '../blocks/empty-state.tsx'
import { useReader } from '../reader.tsx'
import type { FeedLink } from '../shell/addresses.ts'
import { isNarrowed, ListFilters, type ListFiltersProps } from './list-filters.tsx'
import { Pagination, ResultCount } from './pagination.tsx'

type MaybeLater<T> = T | Promise<T>

/** The filter that an address asks for: a `ListFilter`, or more than that. */
interface AddressFilter<F, P extends AddressParameters> {
  read(query: unknown): F
  parameters(filter: F): P
}

interface Slice {
  limit: number
  offset: number
  /** The limit of counting: one more than is shown. */
  most: number
}

interface Counting {
  rowsAPage: number
  /** The limit of counting; by default all are counted. */
  countedAtMost?: number
  /** The last page that has an address. */
  lastPage?: number
}

interface Found {
  /** Of all pages. */
  total: number
  rows: readonly unknown[]
}

/** A page of a list as it is shown. */
interface Shown<F, P extends AddressParameters> {
  filter: F
  parameters: P
  /** Places of the first row and of the last one in the whole list, from 1. */
  first: number
  last: number
  /** The address of the list with this filter, with these parameters instead. */
  address(parameters?: AddressParameters): string
}

interface ListHead {
  title: string
  description: string
  /** What follows the network in the address of the page. */
  path: string
  searched?: string
  feeds?: FeedLink[]
  width?: 'wide' | 'reading'
  noindex?: boolean
  /** Which entry of the navigation it is, where its path alone does not say. */
  entry?: string
  /** Addresses of other entries that keep the filter. */
  ways?: Readonly<Record<string, string>>
}

/**
 * A list with filters and pages. `V` is the opened visit, `F` its filter and `P` that filter in an address, `D` the data found: its
 * functions are given all of these at once.
 */
export interface ListPage<V, F, P extends AddressParameters, D extends Found> extends Counting {
  /** The visit with what the address names, for people who may see it; refuses others. */
  open(visit: Visit): MaybeLater<V | null>
  filter: AddressFilter<F, P> | ((visit: V) => AddressFilter<F, P>)
  /** How many are shown at once, where the list is not turned: on a map. */
  atOnce?(filter: F): number | null
  /** The rows of a page, how many there are, and whatever else it shows. */
  find(visit: V, filter: F, slice: Slice): Promise<D>
  send: (visit: V, page: ListHead & { children: ComponentChildren }) => FastifyReply
  head(list: V & D & Shown<F, P>): ListHead
  /** The address of the list with some parameters. */
  address(visit: V, parameters: AddressParameters): string
  /** Without criteria nothing is left out: an empty list needs no filters. */
  listsAll?: true
  filters(list: V & D & Shown<F, P>): Omit<ListFiltersProps<P>, 'parameters' | 'address'>
  rows(list: V & D & Shown<F, P>): ComponentChildren
  /** The message for an empty list, with or without an active criterion. */
  empty(list: V & D & Shown<F, P>, isNarrowed: boolean): EmptyStateProps
  /** The page around its filters and its results. */
  render(list: V & D & Shown<F, P>, filters: ComponentChildren, results: ComponentChildren): ComponentChildren
}

const everything = Number.POSITIVE_INFINITY

/** Adds the page of a list: it reads the request, counts, and draws the rows of a page, or the reason why there are none. */
export function addListPage<V extends PageRequest, F, P extends AddressParameters, D extends Found>(
  pages: Pages,
  place: string,
  described: ListPage<V, F, P, D>,
): void {
  pages.get(place, described.open, async (visit) => {
    const { query } = visit.request
    const reading = typeof described.filter === 'function' ? described.filter(visit) : described.filter
    const filter = reading.read(query)
    const parameters = reading.parameters(filter)
    const { rowsAPage, countedAtMost = everything } = described
    const atOnce = described.atOnce?.(filter) ?? null
    const page = atOnce === null ? readPageNumber(query) : 1
    const limit = atOnce ?? rowsAPage
    const offset = (page - 1) * limit
    const most = countedAtMost + 1
    const asked = await described.find(visit, filter, { limit, offset, most })
    const isBehind = page > 1 && asked.rows.length === 0
    // A query that counts with its rows counts none behind the last page.
    const { total } = isBehind ? await described.find(visit, filter, { limit, offset: 0, most }) : asked
    const found = { ...asked, total }
    const turned = { page, pages: atOnce === null ? countPages(described, found, page) : 1 }
    const list = {
      ...visit,
      ...found,
      filter,
      parameters,
      first: offset + 1,
      last: offset + found.rows.length,
      address: (more: AddressParameters = {}) => described.address(visit, { ...parameters, ...more }),
    }
    return described.send(visit, {
      ...described.head(list),
      children: <List described={described} visit={visit} list={list} turned={turned} />,
    })
  })
}

// Where counting stopped, there is a next page as long as this one is full.
function countPages(
  { rowsAPage, countedAtMost = everything, lastPage = mostPages }: Counting,
  { total, rows }: Found,
  page: number,
): number {
  const counted = Math.ceil(Math.min(total, countedAtMost) / rowsAPage)
  const reached = rows.length === rowsAPage ? page + 1 : page
  return Math.min(lastPage, total > countedAtMost ? Math.max(counted, reached) : counted)
}

interface ListProps<V, F, P extends AddressParameters, D extends Found> {
  described: ListPage<V, F, P, D>
  visit: V
  list: V & D & Shown<F, P>
  turned: { page: number; pages: number }
}

function List<V, F, P extends AddressParameters, D extends Found>(props: ListProps<V, F, P, D>) {
  const { described, visit, list } = props
  const { parameters } = list
  const filters = described.filters(list)
  const narrowed = isNarrowed(parameters, filters.fields)
  return described.render(
    list,
    // Where nothing is, there is nothing to choose from; a list of open things keeps the way to closed ones.
    described.listsAll && list.total === 0 && !narrowed ? null : (
      <ListFilters
        {...filters}
        parameters={parameters}
        address={(others) => described.address(visit, others)}
      />
    ),
    <Results {...props} isNarrowed={narrowed} />,
  )
}

function Results<V, F, P extends AddressParameters, D extends Found>({
  described,
  list,
  turned,
  isNarrowed,
}: ListProps<V, F, P, D> & { isNarrowed: boolean }) {
  const { t } = useReader()
  const { rows, total, first, last } = list
  if (total === 0) return <EmptyState {...described.empty(list, isNarrowed)} />
  const { countedAtMost = everything, rowsAPage } = described
  const counted = {
    total: Math.min(total, countedAtMost),
    totalIs: total > countedAtMost ? ('at_least' as const) : ('exact' as const),
  }
  if (rows.length === 0) {
    const lastPage = Math.ceil(counted.total / rowsAPage)
    return (
      <EmptyState
        title={t('ui.list.behind', { page: turned.page })}
        why={t(counted.totalIs === 'exact' ? 'ui.results.exact' : 'ui.results.atLeast', {
          total: counted.total,
        })}
        next={
          <a href={list.address({ page: lastPage === 1 ? undefined : String(lastPage) })}>
            {t('ui.list.lastPage')}
          </a>
        }
      />
    )
  }
  return (
    <>
      <ResultCount {...counted} first={first} last={last} />
      {described.rows(list)}
      <Pagination
        {...turned}
        href={(page) => list.address({ page: page === 1 ? undefined : String(page) })}
      />
    </>
  )
}
