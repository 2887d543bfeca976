import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { atMostOne, country, id, matching, oneOf, several, slug, wholeNumber, words } from './criteria.ts'
import { listFilter, without } from './list-filter.ts'

const theme = ['culture', 'tourism', 'sport'] as const
const filter = listFilter({
  q: words(10, 'Words'),
  theme: several(theme),
  age: atMostOne(['late', 'month']),
  country: country(),
  within: slug('Slug of a region'),
  language: matching(/^[a-z]{2}$/),
  organisation: id(),
  from: wholeNumber(1800, 2200),
  sort: oneOf(['name', 'since'], 'name', 'Order'),
})
const nothing = {
  q: '',
  theme: [],
  age: null,
  country: null,
  within: null,
  language: null,
  organisation: null,
  from: null,
  sort: 'name',
}
const much = {
  q: 'limoges',
  theme: ['sport', 'culture'],
  age: 'late',
  country: 'KR',
  within: 'gyeonggi',
  language: 'fr',
  organisation: '01890a5d-ac96-774b-bcce-b302099a8057',
  from: '2015',
  sort: 'since',
}

describe('what an address asks of a list', () => {
  test('is read under the names of its parameters, in their order', () => {
    expect(filter.read({})).toEqual(nothing)
    expect(filter.read(much)).toEqual({ ...much, from: 2015 })
    expect(filter.names).toEqual(Object.keys(nothing))
  })

  test.each([
    ['theme', 'war', []],
    ['theme', ['war', 'sport'], ['sport']],
    ['age', 'old', null],
    ['age', ['month', 'late'], 'month'],
    ['country', 'kr', null],
    ['within', 'Gyeonggi!', null],
    ['language', 'fra', null],
    ['organisation', 'icheon', null],
    ['from', '1799', null],
    ['from', '2015.5', null],
    ['sort', 'random', 'name'],
    ['q', ' more than ten letters', 'more than'],
  ])('is left out where it is not understood, never refused: %s=%s', (name, sent, read) => {
    expect(filter.read({ [name]: sent })).toEqual({ ...nothing, [name]: read })
  })

  test('stands in an address without what is usual, and is read from it again', () => {
    expect(filter.parameters(filter.read({}))).toEqual({ theme: [] })
    expect(Object.keys(filter.parameters(filter.read(much)))).toEqual(Object.keys(nothing))
    const text = fc.oneof(fc.string(), fc.constantFrom(...Object.values(much).flat()))
    const address = fc.dictionary(fc.constantFrom(...filter.names), fc.oneof(text, fc.array(text)))
    fc.assert(
      fc.property(address, (query) => {
        const read = filter.read(query)
        expect(filter.read(filter.parameters(read))).toEqual(read)
      }),
    )
  })

  test('goes without one value at a time', () => {
    const parameters = filter.parameters(filter.read(much))
    expect(without(parameters, 'theme', 'sport')).toEqual({ ...parameters, theme: ['culture'] })
    expect(without(parameters, 'sort', 'since')).toEqual({ ...parameters, sort: undefined })
  })
})

describe('what a program asks of a list', () => {
  const schema = z.object(filter.schema())

  test('is the same as what an address asks', () => {
    expect(filter.take(schema.parse({}))).toEqual(nothing)
    expect(filter.take(schema.parse({ ...much, from: 2015 }))).toEqual(filter.read(much))
  })

  test('is refused where it is not understood', () => {
    const wrong = { ...much, theme: ['war'], age: 'old', within: 'Gyeonggi!', from: 1799, sort: 'random' }
    const { error } = schema.safeParse({ ...wrong, q: 'more than ten letters' })
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'q: at most 10 characters',
      'theme.0: one of culture, tourism, sport',
      'age: one of late, month',
      'within: the last part of an address, as in limoges-icheon',
      'from: a whole number from 1800 to 2200',
      'sort: one of name, since',
    ])
  })

  test('is described where the list says how', () => {
    const { properties } = z.toJSONSchema(schema, { io: 'input' })
    const described = Object.entries(properties ?? {}).flatMap(([name, each]) =>
      typeof each === 'object' && each.description ? [`${name}: ${each.description}`] : [],
    )
    expect(described).toEqual(['q: Words', 'within: Slug of a region', 'sort: Order'])
  })
})
