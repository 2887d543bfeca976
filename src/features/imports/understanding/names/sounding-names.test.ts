import { describe, expect, it } from 'vitest'
import { frenchBeginnings, frenchSpellings } from './sounding-names.ts'

const isSpelled = (word: string, name: string) =>
  frenchBeginnings(word).includes(name[0] ?? '') && new RegExp(frenchSpellings(word)).test(name)

describe('French spellings of a word of Hangul', () => {
  it.each([
    ['덩케르크', 'dunkerque'],
    ['됭케르크', 'dunkerque'],
    ['그라블린', 'gravelines'],
    ['아르장퇴유', 'argenteuil'],
    ['몽펠리에', 'montpellier'],
    ['푸아티에', 'poitiers'],
    ['부르주', 'bourges'],
    ['베르사유', 'versailles'],
    ['생테티엔', 'saintetienne'],
    ['샤를빌메지에르', 'charlevillemezieres'],
  ])('%s may be %s', (word, name) => {
    expect(isSpelled(word, name)).toBe(true)
  })

  it.each([
    ['덩케르크', 'dinan'],
    ['그라블린', 'grenoble'],
    ['센터', 'nantes'],
    ['페스티벌', 'pessac'],
  ])('%s is not %s', (word, name) => {
    expect(isSpelled(word, name)).toBe(false)
  })
})
