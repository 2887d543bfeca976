import { describe, expect, test } from 'vitest'
import { searchText } from './search-text.ts'

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
