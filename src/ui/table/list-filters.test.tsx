import { expect, test } from 'vitest'
import { oneOf, several, wholeNumber, words } from '../../platform/input/criteria.ts'
import { listFilter } from '../../platform/input/list-filter.ts'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { activeFilters, ListFilters, type ListFiltersProps } from './list-filters.tsx'

const reader = uiReader('en')
const filter = listFilter({
  q: words(200),
  theme: several(['sport', 'culture']),
  kind: several(['fair', 'visit']),
  from: wholeNumber(1800, 2200),
  to: wholeNumber(1800, 2200),
  sort: oneOf(['name', 'since'], 'name'),
  place: several(['icheon']),
})
type Written = ReturnType<typeof filter.parameters>

const fields: ListFiltersProps<Written>['fields'] = [
  { name: 'q', label: 'Words' },
  {
    name: 'theme',
    label: 'Theme',
    codes: ['sport', 'culture'],
    word: (code) => `${code} and all`,
    isSorted: true,
  },
  {
    name: 'kind',
    place: 'more',
    label: 'Kind',
    codes: ['fair', 'visit'],
    word: (code) => (code === 'fair' ? null : code),
    hasCapital: true,
  },
  { name: 'from', until: 'to', place: 'more', label: 'Period' },
  { name: 'place', place: 'told', label: 'Place' },
]

const address = (parameters: object) => `/list?${JSON.stringify(parameters)}`
const inForce = (query: object, told?: ListFiltersProps<Written>['told']) =>
  activeFilters(reader, { parameters: filter.parameters(filter.read(query)), fields, address, told })

const draw = (query: object) =>
  renderFor(reader, () => (
    <ListFilters
      action="/list"
      parameters={filter.parameters(filter.read(query))}
      fields={fields}
      kept={{ sort: 'since', view: undefined }}
      address={address}
    />
  ))

test('says each criterion in force in the words of its field, with the address without it', () => {
  expect(inForce({})).toEqual([])
  expect(inForce({ theme: ['sport', 'culture'], q: 'ici' })).toEqual([
    { label: 'Words', value: 'ici', removeHref: '/list?{"theme":["sport","culture"],"kind":[],"place":[]}' },
    {
      label: 'Theme',
      value: 'sport and all',
      removeHref: '/list?{"q":"ici","theme":["culture"],"kind":[],"place":[]}',
    },
    {
      label: 'Theme',
      value: 'culture and all',
      removeHref: '/list?{"q":"ici","theme":["sport"],"kind":[],"place":[]}',
    },
  ])
})

test('tells both ends of a period, and what only links set; not what it has no word for', () => {
  const all = { kind: ['fair', 'visit'], from: '2015', to: '2016', place: 'icheon', sort: 'since' }
  const said = (told?: ListFiltersProps<Written>['told']) =>
    inForce(all, told).map(({ label, value }) => `${label} ${value}`)
  expect(said()).toEqual(['Kind visit', 'from 2015', 'to 2016', 'Place icheon'])
  expect(said(['place', 'from'])).toEqual(['Place icheon', 'from 2015'])
  expect(said([])).toEqual([])
})

test('offers choices in order, each with its word, and keeps what is no criterion', () => {
  const html = draw({ theme: 'sport' })
  expect(html.match(/<option[^>]*>[^<]*/g)).toEqual([
    '<option value>Any',
    '<option value="culture">culture and all',
    '<option value="sport" selected>sport and all',
    '<option value>Any',
    '<option value="visit">Visit',
  ])
  expect(html.match(/<input type="hidden"[^>]*>/g)).toEqual([
    '<input type="hidden" name="sort" value="since"/>',
  ])
  expect(html).not.toContain('name="place"')
})

test('opens what is behind “more filters” where one of it is in force', () => {
  expect(draw({ theme: 'sport' })).toContain('<details class="filter-more">')
  for (const query of [{ kind: 'visit' }, { from: '2015' }, { to: '2015' }])
    expect(draw(query)).toContain('<details class="filter-more" open>')
})
