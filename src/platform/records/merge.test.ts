import fc from 'fast-check'
import { expect, test } from 'vitest'
import { someDocument } from '../../../test/support/some-document.ts'
import { mergeDocuments } from './merge.ts'

const base = {
  since: '2010',
  summary: { fr: { text: 'Depuis 2010', state: 'original' }, ko: { text: '2010년부터', state: 'reviewed' } },
  themes: ['culture', 'youth'],
  agreements: [
    { id: 'a', kind: 'mou', on: '2010' },
    { id: 'b', kind: 'twinning', on: '2012' },
  ],
}

test('takes over both changes where they touch different things', () => {
  const mine = {
    ...base,
    since: '2011',
    themes: ['culture', 'sport'],
    agreements: [{ id: 'a', kind: 'friendship', on: '2010' }, base.agreements[1]],
  }
  const theirs = {
    ...base,
    summary: { ...base.summary, ko: { text: '2010년', state: 'reviewed' } },
    themes: ['water', 'culture', 'youth'],
    agreements: [
      { id: 'a', kind: 'mou', on: '2010-05' },
      base.agreements[1],
      { id: 'c', kind: 'none', on: null },
    ],
  }
  expect(mergeDocuments(base, mine as never, theirs as never)).toEqual({
    merged: {
      since: '2011',
      summary: theirs.summary,
      themes: ['water', 'culture', 'sport'],
      agreements: [
        { id: 'a', kind: 'friendship', on: '2010-05' },
        base.agreements[1],
        { id: 'c', kind: 'none', on: null },
      ],
    },
    conflicts: [],
  })
})

test('asks where both changed the same, and lets the choice stand', () => {
  const mine = { ...base, since: '2011' }
  const theirs = { ...base, since: '2009' }
  const asked = mergeDocuments(base, mine, theirs)
  expect(asked.merged.since).toBe('2009')
  expect(asked.conflicts).toEqual([{ path: ['since'], base: '2010', mine: '2011', theirs: '2009' }])
  expect(mergeDocuments(base, mine, theirs, new Map([['since', 'mine']]))).toEqual({
    merged: mine,
    conflicts: [],
  })
})

test('treats each language of a text apart', () => {
  const mine = { ...base, summary: { ...base.summary, fr: { text: 'Depuis mai 2010', state: 'original' } } }
  const theirs = { ...base, summary: { ...base.summary, fr: { text: 'Dès 2010', state: 'original' } } }
  expect(mergeDocuments(base, mine, theirs).conflicts.map(({ path }) => path)).toEqual([['summary', 'fr']])
})

test('asks before what one removed and the other changed is gone', () => {
  const mine = { ...base, agreements: [base.agreements[1]] }
  const theirs = { ...base, agreements: [{ id: 'a', kind: 'mou', on: '2011' }, base.agreements[1]] }
  const { merged, conflicts } = mergeDocuments(base, mine as never, theirs as never)
  expect(conflicts.map(({ path }) => path)).toEqual([['agreements', 'a']])
  expect(merged.agreements).toEqual(theirs.agreements)
})

test('keeps the order that one of them gave', () => {
  const mine = { ...base, agreements: [...base.agreements].reverse() }
  const theirs = { ...base, agreements: [...base.agreements, { id: 'c', kind: 'none', on: null }] }
  const { merged } = mergeDocuments(base, mine, theirs as never)
  expect((merged.agreements as { id: string }[]).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
})

test('whoever changed nothing gets what the other made; the same change twice is one', () => {
  fc.assert(
    fc.property(someDocument, someDocument, (from, to) => {
      expect(mergeDocuments(from, from, to)).toEqual({ merged: to, conflicts: [] })
      expect(mergeDocuments(from, to, from)).toEqual({ merged: to, conflicts: [] })
      expect(mergeDocuments(from, to, structuredClone(to))).toEqual({ merged: to, conflicts: [] })
    }),
  )
})

test('finds the same conflicts whoever comes second, and none is left once each is decided', () => {
  fc.assert(
    fc.property(someDocument, someDocument, someDocument, (from, a, b) => {
      const first = mergeDocuments(from, a, b)
      const second = mergeDocuments(from, b, a)
      const keys = (merge: typeof first) => merge.conflicts.map(({ path }) => path.join('/')).sort()
      expect(keys(first)).toEqual(keys(second))
      const choices = new Map(keys(first).map((key) => [key, 'mine' as const]))
      expect(mergeDocuments(from, a, b, choices).conflicts).toEqual([])
    }),
  )
})
