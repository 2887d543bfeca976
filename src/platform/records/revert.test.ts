import fc from 'fast-check'
import { expect, test } from 'vitest'
import { someDocument } from '../../../test/support/some-document.ts'
import { compareDocuments } from './difference.ts'
import { revertChanges } from './revert.ts'

const before = {
  since: null,
  summary: { fr: { text: 'Depuis 2010', state: 'original' } },
  agreements: [{ id: 'a', kind: 'mou', on: '2010' }],
}
const after = {
  since: '2011',
  summary: { fr: { text: 'Depuis 2011', state: 'original' } },
  agreements: [
    { id: 'a', kind: 'mou', on: '2010' },
    { id: 'b', kind: 'twinning', on: '2012' },
  ],
}
const changes = compareDocuments(before, after)

test('takes back what nobody has changed since', () => {
  expect(revertChanges(after, changes)).toEqual({ document: before, kept: [] })
})

test('leaves what was changed since as it is, and names it', () => {
  const since = {
    ...after,
    since: '2012',
    agreements: [after.agreements[0], { id: 'b', kind: 'twinning', on: '2013' }],
  }
  const { document, kept } = revertChanges(since as never, changes)
  expect(document).toEqual({ ...since, summary: before.summary })
  expect(kept.map(({ path }) => path.join('/'))).toEqual(['since', 'agreements/b'])
})

test('takes back what was changed since when that is wanted', () => {
  const since = { ...after, since: '2012' }
  expect(revertChanges(since, changes, { anyway: true })).toEqual({ document: before, kept: [] })
})

test('keeps what others added meanwhile', () => {
  const third = { id: 'c', kind: 'none', on: null }
  const grown = { ...after, agreements: [...after.agreements, third] }
  expect(revertChanges(grown, changes).document).toEqual({
    ...before,
    agreements: [...before.agreements, third],
  })
})

test('brings any record back to where any change began, but for the order of entries', () => {
  const sorted = (document: object) =>
    JSON.parse(JSON.stringify(document), (_key, value) =>
      Array.isArray(value)
        ? value.toSorted((a, b) => String(a.id ?? a).localeCompare(String(b.id ?? b)))
        : value,
    )
  fc.assert(
    fc.property(someDocument, someDocument, (from, to) => {
      const { document, kept } = revertChanges(to, compareDocuments(from, to))
      expect(kept).toEqual([])
      expect(sorted(document)).toEqual(sorted(from))
    }),
  )
})
