import fastify from 'fastify'
import { expect, test } from 'vitest'
import { openTestApp } from '../../../test/support/open-test-app.ts'
import type { PageRequest } from '../../platform/http/page-request.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { withParameters } from '../../platform/i18n/reader.ts'
import { oneOf, words } from '../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../platform/input/list-filter.ts'
import { renderFor, useReader } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { addListPage, type ListPage } from './list-page.tsx'

const filter = listFilter({ q: words(200), view: oneOf(['list', 'map'], 'list') })
type Filter = FilterOf<typeof filter>
type Found = { total: number; rows: number[] }

async function open(
  count: number,
  more: Partial<ListPage<PageRequest, Filter, ReturnType<typeof filter.parameters>, Found>> = {},
) {
  const { application, context } = await openTestApp()
  const app = fastify()
  const asked: object[] = []
  addListPage(pagesOf(app, application), '/list', {
    open: (visit) => ({ ...visit, context, writing: context, reader: uiReader('en') }),
    filter,
    rowsAPage: 10,
    find: async (_visit, { q }, slice) => {
      asked.push(slice)
      const all = q === '' ? Array.from({ length: count }, (_, index) => index + 1) : []
      return {
        total: Math.min(all.length, slice.most),
        rows: all.slice(slice.offset, slice.offset + slice.limit),
      }
    },
    send: ({ reply, reader }, { title, children }) =>
      reply.type('text/html').send(renderFor(reader, () => <main title={title}>{children}</main>)),
    head: ({ total }) => ({ title: `${total} numbers`, description: '', path: '/list' }),
    address: (_visit, parameters) => withParameters('/list', parameters),
    filters: () => ({ action: '/list', fields: [{ name: 'q', label: 'Words' }] }),
    rows: ({ rows }) => <p class="rows">{`${useReader().language} ${rows.join(' ')}`}</p>,
    empty: (_list, isNarrowed) => ({ title: isNarrowed ? 'None found' : 'None there' }),
    render: ({ first, last }, filters, results) => (
      <>
        <h1>{`${first}–${last}`}</h1>
        {filters}
        {results}
      </>
    ),
    ...more,
  })
  const get = async (query = '') => (await app.inject(`/list${query}`)).body
  return { get, asked, pages: async (query = '') => pagesIn(await get(query)) }
}

const pagesIn = (html: string) =>
  [...html.matchAll(/aria-label="Page (\d+)"/g)].map(([, page]) => Number(page))

test('shows a page of the rows, how many there are, and the way to the others with the same filter', async () => {
  const list = await open(25)
  const html = await list.get('?page=2&view=map')
  expect(html).toContain('<main title="25 numbers"><h1>11–20</h1>')
  expect(html).toContain('<p class="rows">en 11 12 13 14 15 16 17 18 19 20</p>')
  expect(html).toContain('25 results')
  expect(pagesIn(html)).toEqual([1, 2, 3])
  expect(html).toContain('href="/list?view=map" rel="prev"')
  expect(html).toContain('href="/list?view=map&amp;page=3" rel="next"')
  expect(list.asked).toEqual([{ limit: 10, offset: 10, most: Number.POSITIVE_INFINITY }])
})

test('says that nothing is there, or that nothing is found, and leads to what is in force', async () => {
  // What its criteria leave out by default may be there all the same.
  for (const [more, hasFilters] of [
    [{}, true],
    [{ listsAll: true as const }, false],
  ] as const) {
    const nothing = await (await open(0, more)).get('?view=map')
    expect([nothing.includes('None there'), nothing.includes('<form')]).toEqual([true, hasFilters])
  }
  const html = await (await open(25)).get('?q=zzz')
  expect(html).toContain('None found')
  expect(html).toContain('<a class="chip" href="/list">')
  expect(html).toContain('<form')
})

test('counts no further than it is told to, and goes on as long as pages are full', async () => {
  const list = await open(45, { countedAtMost: 20 })
  expect(await list.get()).toContain('More than 20 results')
  expect(list.asked).toEqual([{ limit: 10, offset: 0, most: 21 }])
  expect([await list.pages(), await list.pages('?page=4')]).toEqual([
    [1, 2],
    [1, 2, 3, 4, 5],
  ])
  expect(await list.pages('?page=5')).toEqual([1, 4, 5])
  expect(await (await open(20, { countedAtMost: 20 })).get()).toContain('20 results')
  expect(await (await open(45, { countedAtMost: 20, lastPage: 2 })).pages('?page=2')).toEqual([1, 2])
})

test('shows all at once where it is not turned', async () => {
  const list = await open(25, { atOnce: ({ view }) => (view === 'map' ? 20 : null) })
  const html = await list.get('?view=map&page=2')
  expect(html).toContain('<h1>1–20</h1>')
  expect(pagesIn(html)).toEqual([])
})

test('behind its last page it says how many there are, also where none are counted without rows, and leads to the last one', async () => {
  const html = await (await open(25)).get('?page=9&view=map')
  expect(html).toContain('<main title="25 numbers">')
  expect(html).toContain('There is no page 9')
  expect(html).toContain('25 results')
  expect(html).toContain('href="/list?view=map&amp;page=3"')
  const counting = await open(25, {
    find: async (_visit, _filter, { offset, limit }) => {
      const rows = Array.from({ length: 25 }, (_, index) => index + 1).slice(offset, offset + limit)
      return { total: rows.length > 0 ? 25 : 0, rows }
    },
  })
  expect(await counting.get('?page=9')).toContain('25 results')
  expect(await (await open(0)).get('?page=9')).toContain('None there')
  expect(await (await open(45, { countedAtMost: 20 })).get('?page=9')).toContain('href="/list?page=2"')
})
