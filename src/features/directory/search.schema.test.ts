import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDirectorySearch } from './search.schema.ts'

describe('what is asked of the directory', () => {
  test('is read from the address', () => {
    expect(
      readDirectorySearch({ q: ' 밀양 ', country: 'kr', kind: 'si', on: '2015-12-31', page: '2' }),
    ).toEqual({
      text: '밀양',
      country: 'KR',
      kind: 'si',
      on: '2015-12-31',
      page: 2,
      ignored: [],
    })
  })

  test('says what it does not understand and goes on without it', () => {
    const { country, kind, on, ignored } = readDirectorySearch({
      country: 'ZZ',
      kind: 'drop table',
      on: '2026-02-31',
    })
    expect([country, kind, on]).toEqual([null, null, null])
    expect(ignored).toEqual([
      { name: 'country', value: 'ZZ' },
      { name: 'kind', value: 'drop table' },
      { name: 'on', value: '2026-02-31' },
    ])
  })

  test.each(['-1', '0', '201', '1.5', 'last', '99999999'])('page %s is the first page', (page) => {
    expect(readDirectorySearch({ page }).page).toBe(1)
  })

  test('is short and well formed whatever the address holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (q) => {
        const { text } = readDirectorySearch({ q, on: q, country: q, kind: q, page: q })
        expect(text.length).toBeLessThanOrEqual(200)
        expect(text).not.toContain('\0')
      }),
    )
    expect(readDirectorySearch({ q: '\ud800' }).text.isWellFormed()).toBe(true)
  })
})
