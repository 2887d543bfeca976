import { expect, test } from 'vitest'
import { keptHtml } from './kept-html.ts'
import { renderFor } from './reader.tsx'
import { DataTable } from './table/data-table.tsx'
import { uiReader } from './ui-reader.ts'

test('draws once for each reading of the data and each reader', () => {
  const data = { name: 'a' }
  let drawn = 0
  const draw = () => <b>{++drawn}</b>
  expect([keptHtml(data, 'fr', draw), keptHtml(data, 'fr', draw)]).toEqual(['<b>1</b>', '<b>1</b>'])
  expect(keptHtml(data, 'ko', draw)).toBe('<b>2</b>')
  expect(keptHtml({ name: 'a' }, 'fr', draw)).toBe('<b>3</b>')
})

test('a table that keeps its rows is the same table', () => {
  const rows = [{ name: 'Évian & <Muju>' }, { name: '순천' }]
  const table = (kept?: { data: (row: { name: string }) => object; under: string }) =>
    renderFor(uiReader('fr'), () => (
      <DataTable
        caption="Liens"
        columns={[
          { key: 'name', label: 'Nom', header: true, cell: (row) => <a href={`/${row.name}`}>{row.name}</a> },
          { key: 'length', label: 'Longueur', numeric: true, cell: (row) => row.name.length },
        ]}
        rows={rows}
        rowKey={(row) => row.name}
        {...(kept ? { kept } : {})}
      />
    ))
  const plain = table()
  expect(table({ data: (row) => row, under: 'fr' })).toBe(plain)
  expect(table({ data: (row) => row, under: 'fr' })).toBe(plain)
})
