import { expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { DataTable } from './data-table.tsx'
import { Filters } from './filters.tsx'
import { Pagination, ResultCount } from './pagination.tsx'

const reader = uiReader('en')

test('names rows and columns to screen readers, and keeps the column’s name on each cell for phones', () => {
  const html = renderFor(reader, () => (
    <DataTable
      caption="Cooperations"
      rows={[{ name: 'Limoges – Icheon', since: '2015' }]}
      rowKey={(row) => row.name}
      columns={[
        {
          key: 'name',
          label: 'Tie',
          header: true,
          sort: { href: '?sort=-name', direction: 'ascending' },
          cell: (row) => row.name,
        },
        { key: 'since', label: 'Since', numeric: true, cell: (row) => row.since },
      ]}
    />
  ))
  expect(html).toContain('<caption>Cooperations</caption>')
  expect(html).toContain('<th scope="col" aria-sort="ascending"><a href="?sort=-name" class="sort"')
  expect(html).toContain('<th scope="row">Limoges – Icheon</th>')
  expect(html).toContain('<td class="numeric" data-label="Since">2015</td>')
})

test('leaves out the pages when there is one', () => {
  expect(renderFor(reader, () => <Pagination page={1} pages={1} href={String} />)).toBe('')
})

test('links the pages around, and marks the current one', () => {
  const html = renderFor(reader, () => <Pagination page={2} pages={3} href={(page) => `?page=${page}`} />)
  expect(html).toContain('<a href="?page=1" rel="prev">')
  expect(html).toContain('<a href="?page=3" rel="next">')
  expect(html).toContain('href="?page=2" aria-current="page" aria-label="Page 2"')
})

test('does not count further than it was counted', () => {
  const words = (total: number, totalIs: 'exact' | 'at_least') =>
    renderFor(reader, () => <ResultCount total={total} totalIs={totalIs} />).replaceAll(/<[^>]+>/g, '')
  expect([words(0, 'exact'), words(1, 'exact'), words(1000, 'at_least')]).toEqual([
    'No result',
    '1 result',
    'More than 1,000 results',
  ])
})

test('filters by GET, keeps what is not a filter and lets each choice be taken back', () => {
  const html = renderFor(reader, () => (
    <Filters
      action="/list"
      kept={{ sort: 'name' }}
      fields={[
        {
          type: 'select',
          name: 'theme',
          label: 'Theme',
          value: 'b',
          options: [
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B', count: 2 },
          ],
        },
      ]}
      active={[{ label: 'Theme', value: 'B', removeHref: '/list?sort=name' }]}
    />
  ))
  expect(html).toContain('action="/list" method="get"')
  expect(html).toContain('<input type="hidden" name="sort" value="name"/>')
  expect(html).toContain('<label for="filter-theme">Theme</label>')
  expect(html).toContain('<option value="b" selected>B (2)</option>')
  expect(html).toContain('<button type="submit"')
  expect(html).toContain('href="/list?sort=name"')
})
