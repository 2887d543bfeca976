import fc from 'fast-check'
import { expect, test } from 'vitest'
import { someDocument } from '../../../test/support/some-document.ts'
import { compareDocuments } from './difference.ts'

const text = (fr: string, state = 'original') => ({ fr: { text: fr, state } })

test('tells a text language by language', () => {
  const before = { summary: { ...text('Depuis 2010'), ko: { text: '2010년부터', state: 'reviewed' } } }
  const after = { summary: { ...text('Depuis 2011'), ko: { text: '2010년부터', state: 'stale' } } }
  expect(compareDocuments(before, after)).toEqual([
    { path: ['summary'], language: 'fr', before: before.summary.fr, after: after.summary.fr },
    { path: ['summary'], language: 'ko', before: before.summary.ko, after: after.summary.ko },
  ])
})

test('tells a first text and a last one by their language', () => {
  expect(compareDocuments({ summary: {} }, { summary: text('Neuf') })).toEqual([
    { path: ['summary'], language: 'fr', before: undefined, after: { text: 'Neuf', state: 'original' } },
  ])
  expect(compareDocuments({ summary: text('Neuf') }, { summary: {} })[0]?.language).toBe('fr')
})

test('knows an entry by its id: what came, what went, and which field of it changed', () => {
  const before = {
    agreements: [
      { id: 'a', kind: 'mou' },
      { id: 'b', kind: 'twinning' },
    ],
  }
  const after = {
    agreements: [
      { id: 'c', kind: 'none' },
      { id: 'a', kind: 'friendship' },
    ],
  }
  expect(compareDocuments(before, after)).toEqual([
    { path: ['agreements', 'a', 'kind'], language: null, before: 'mou', after: 'friendship' },
    { path: ['agreements', 'b'], language: null, before: before.agreements[1], after: undefined },
    { path: ['agreements', 'c'], language: null, before: undefined, after: after.agreements[0] },
  ])
})

test('tells another order where nothing else changed', () => {
  const before = { parties: [{ id: 'a' }, { id: 'b' }] }
  const after = { parties: [{ id: 'b' }, { id: 'a' }] }
  expect(compareDocuments(before, after)).toEqual([
    { path: ['parties'], language: null, before: ['a', 'b'], after: ['b', 'a'] },
  ])
})

test('tells a plain list as a whole', () => {
  expect(compareDocuments({ themes: ['culture'] }, { themes: ['culture', 'youth'] })).toEqual([
    { path: ['themes'], language: null, before: ['culture'], after: ['culture', 'youth'] },
  ])
})

test('finds nothing between a document and itself, and something between any two others', () => {
  fc.assert(
    fc.property(someDocument, someDocument, (a, b) => {
      expect(compareDocuments(a, structuredClone(a))).toEqual([])
      expect(compareDocuments(a, b).length > 0).toBe(compareDocuments(b, a).length > 0)
    }),
  )
})
