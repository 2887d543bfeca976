import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { WrongInput } from '../problems.ts'
import { country, day, oneOf, severalOf, wholeNumber, words } from './parameters.ts'
import { readParameters } from './read-parameters.ts'

const schema = z.object({
  q: words().optional(),
  theme: severalOf(['culture', 'tourism']).optional(),
  country: country().optional(),
  on: day().optional(),
  sort: oneOf(['name', '-name']).default('name'),
  limit: wholeNumber(1, 100).default(50),
})

function errorsOf(query: object): { pointer: string; detail: string }[] {
  try {
    readParameters(schema, query)
  } catch (error) {
    if (error instanceof WrongInput) return error.errors
    throw error
  }
  return []
}

describe('parameters of the API', () => {
  test('are read as their schema says, with what it supposes', () => {
    expect(readParameters(schema, {})).toEqual({ sort: 'name', limit: 50 })
    const asked = { q: 'Évian', theme: 'culture', country: 'FR', on: '2016-02-29', sort: '-name', limit: '7' }
    expect(readParameters(schema, asked)).toEqual({ ...asked, theme: ['culture'], limit: 7 })
    expect(readParameters(schema, { theme: ['tourism', 'culture'] }).theme).toEqual(['tourism', 'culture'])
  })

  test('that are empty count as not given, as a form sends them', () => {
    expect(readParameters(schema, { q: '', theme: '', country: '', limit: '' })).toEqual({
      sort: 'name',
      limit: 50,
    })
  })

  test.each([
    [{ limit: 'abc' }, '/limit', 'limit is "abc" but takes a whole number from 1 to 100'],
    [{ limit: '0' }, '/limit', 'limit is "0" but takes a whole number from 1 to 100'],
    [{ limit: '1.5' }, '/limit', 'limit is "1.5" but takes a whole number from 1 to 100'],
    [{ limit: '1e2' }, '/limit', 'limit is "1e2" but takes a whole number from 1 to 100'],
    [{ sort: 'drop table' }, '/sort', 'sort is "drop table" but takes one of name, -name'],
    [{ country: 'xyz' }, '/country', 'country is "xyz" but takes a country in two capital letters, as in FR'],
    [{ on: '2017-02-31' }, '/on', 'on is "2017-02-31" but takes a day such as 2017-07-08'],
    [{ theme: ['culture', 'war'] }, '/theme/1', 'theme is "war" but takes one of culture, tourism'],
    [{ limit: ['1', '2'] }, '/limit', 'limit is given 2 times'],
    [{ q: 'x'.repeat(201) }, '/q', `q is "${'x'.repeat(80)}…" but takes at most 200 characters`],
  ])('that are wrong are named: %j', (query, pointer, detail) => {
    expect(errorsOf(query)).toEqual([{ pointer, detail }])
  })

  test('that do not exist are named, also when objects inherit something of that name', () => {
    const takes = 'this address takes q, theme, country, on, sort, limit'
    expect(errorsOf({ page: '-1' })).toEqual([
      { pointer: '/page', detail: `There is no parameter "page": ${takes}` },
    ])
    expect(errorsOf({ constructor: 'x' })).toEqual([
      { pointer: '/constructor', detail: `There is no parameter "constructor": ${takes}` },
    ])
    expect(errorsOf({ 'a/b~c': 'x' })[0]?.pointer).toBe('/a~1b~0c')
  })

  test('are all named when several are wrong', () => {
    expect(
      errorsOf({ limit: 'x', sort: 'y', page: '1' })
        .map((error) => error.pointer)
        .sort(),
    ).toEqual(['/limit', '/page', '/sort'])
  })

  test('never do anything else than be read or be wrong, whatever is sent', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
    )
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...Object.keys(schema.shape))), value),
        (query) => {
          for (const { pointer, detail } of errorsOf(query)) {
            expect(pointer.startsWith('/')).toBe(true)
            expect(detail.isWellFormed()).toBe(true)
          }
        },
      ),
    )
  })
})
