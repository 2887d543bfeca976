import { describe, expect, test } from 'vitest'
import { grams, startGram, wordGrams } from './grams.ts'

describe('grams', () => {
  test('are three letters of Latin words and a mark of their beginning, two letters of Hangul', () => {
    expect(grams(' lyon 순천시 ㅅㅊㅅ')).toEqual(['lyo', 'yon', '^ly', '순천', '천시', 'ㅅㅊ', 'ㅊㅅ'])
  })

  test('keep short words by their mark alone', () => {
    expect(grams('y st')).toEqual(['^y', '^st'])
  })

  test('part a word where its script changes', () => {
    expect(grams('2017년도 e정부')).toEqual(['201', '017', '년도', '^20', '정부', '^e'])
  })

  test('are given once each', () => {
    expect(grams('bobobo')).toEqual(['bob', 'obo', '^bo'])
  })

  test('never cut a letter outside the basic plane in two', () => {
    expect(wordGrams('𐌀𐌁𐌂𐌃')).toEqual(['𐌀𐌁𐌂', '𐌁𐌂𐌃'])
    expect(startGram('𐌀𐌁𐌂')).toBe('^𐌀𐌁')
  })
})
