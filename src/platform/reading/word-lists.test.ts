import { expect, test } from 'vitest'
import { endingSet, endsInOne, wordSet } from './word-lists.ts'

test('a list of words has each of them once', () => {
  expect([...wordSet('\n  un deux\n  trois\n')]).toEqual(['un', 'deux', 'trois'])
  expect(() => wordSet('un deux\nun')).toThrow('twice: un')
})

test('a list of endings has none that another one says already', () => {
  expect(() => endingSet('정부 지방정부')).toThrow('another: 지방정부')
  const endings = endingSet('정부 본부')
  expect(
    ['정부', '중앙정부', '운영본부', '부', '정부의', ''].map((word) => endsInOne(word, endings)),
  ).toEqual([true, true, true, false, false, false])
})
