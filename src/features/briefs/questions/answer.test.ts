import { expect, test } from 'vitest'
import { type DocumentItem, emptyItem } from '../items/document.ts'
import { itemAnswered } from './answer.ts'

const told = { language: 'ko', today: '2026-12-02', by: '질의서 회신 기관' }
const empty = { text: '', source: '', day: null }
const before: DocumentItem = {
  text: { fr: { text: 'Un maire.', state: 'machine' }, ko: { text: '시장', state: 'machine' } },
  source: 'CGCT',
  sourceLanguage: 'fr',
  sourceUrl: 'https://www.legifrance.gouv.fr/',
  passage: 'art. 1',
  asOf: '2020-01-01',
  validUntil: '2022-12-31',
  checkedOn: null,
  checkedBy: '',
}
const read = { checkedOn: '2026-12-02', checkedBy: '질의서 회신 기관' }

test('a day alone says that the words still hold: they and their source stay, and are checked', () => {
  expect(itemAnswered(before, { ...empty, day: '2026-01-01' }, told)).toEqual({
    ...before,
    asOf: '2026-01-01',
    validUntil: null,
    ...read,
  })
  const same = { ...empty, text: '시장', day: '2026-01-01' }
  expect(itemAnswered(before, same, told)).toEqual(
    itemAnswered(before, { ...empty, day: '2026-01-01' }, told),
  )
})

test('other words become the original, make the others stale, and leave their old source behind', () => {
  const text = { fr: { text: 'Un maire.', state: 'stale' }, ko: { text: '시장과 군수', state: 'original' } }
  expect(itemAnswered(before, { ...empty, text: '시장과 군수' }, told)).toEqual({ ...emptyItem, text })
  const sourced = { text: '시장과 군수', source: '지방자치법', day: '2026-01-02' }
  expect(itemAnswered(before, sourced, told)).toEqual({
    ...emptyItem,
    text,
    source: '지방자치법',
    sourceLanguage: 'ko',
    asOf: '2026-01-02',
    ...read,
  })
})

test('an item of which nothing was said is written', () => {
  expect(itemAnswered(undefined, { ...empty, text: '시장' }, told)).toEqual({
    ...emptyItem,
    text: { ko: { text: '시장', state: 'original' } },
  })
})
