import { describe, expect, test } from 'vitest'
import { grams } from './grams.ts'
import { recordSearch, searchText } from './record-search.ts'

test('a record is found by its texts in every language and by the names of whom it names', () => {
  const title = {
    fr: { text: 'Céramique', state: 'original' },
    ko: { text: '도자기', state: 'machine' },
  } as const
  const { search, grams: found } = recordSearch([title, {}], [{ fr: 'Limoges', ko: '리모주' }])
  expect(search).toBe(' ceramique 도자기 limoges 리모주 ㄷㅈㄱ ㄹㅁㅈ')
  expect(found).toEqual(grams(search))
})

test('one that says nothing is found by nothing', () => {
  expect(recordSearch([])).toEqual({ search: '', grams: [] })
})

describe('search text', () => {
  test('holds the folded texts, then the initial consonants of the Hangul words', () => {
    expect(searchText(['Suncheon', '순천시', 'Suncheon (전라남도)'])).toBe(
      ' suncheon 순천시 suncheon 전라남도 ㅅㅊㅅ ㅈㄹㄴㄷ',
    )
  })

  test('holds each text once and no initial of a single syllable', () => {
    expect(searchText(['Évian', 'evian', '2017년'])).toBe(' evian 2017년')
  })

  test('of nothing is empty', () => {
    expect(searchText(['', ' … '])).toBe('')
  })
})
