import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from './fold.ts'
import { grams } from './grams.ts'
import { escapeLike, queryPlan } from './query-plan.ts'
import { searchText } from './record-search.ts'

describe('a query plan', () => {
  test('asks for the grams of the words that count, and for each word', () => {
    expect(queryPlan('Métropole de  Lyon')).toEqual({
      kind: 'match',
      folded: 'metropole de lyon',
      words: ['metropole', 'lyon'],
      grams: ['met', 'etr', 'tro', 'rop', 'opo', 'pol', 'ole', 'lyo', 'yon'],
      likes: ['%metropole%', '%lyon%'],
    })
  })

  test.each([
    ['순천', ['순천'], ['%순천%']],
    ['ㅅㅊ', ['ㅅㅊ'], ['%ㅅㅊ%']],
    ['ㄳ', ['ㄱㅅ'], ['%ㄱㅅ%']],
    ['순천 시', ['순천'], ['%순천%', '%시%']],
    ['St Lô', ['^st', '^lo'], ['% st%', '% lo%']],
    ['coeur 순천', ['coe', 'oeu', 'eur', '순천'], ['%coeur%', '%순천%']],
    ['Guro-gu', ['gur', 'uro'], ['%guro%', '% gu%']],
  ])('of %j sends %j', (query, sent, likes) => {
    expect(queryPlan(query)).toMatchObject({ kind: 'match', grams: sent, likes })
  })

  test.each([
    ['순', '순'],
    ['ㅅ', 'ㅅ'],
    ['eu', 'eu'],
    ['Y', 'y'],
    ['l x', 'l x'],
    ['순ㅊ', '순'],
  ])('of %j is too short and gives the prefix %j', (query, prefix) => {
    expect(queryPlan(query)).toEqual({ kind: 'tooShort', prefix })
  })

  test.each(['', '   ', '?!…%_\\', '\ud800', '\n'])('of %j is empty', (query) => {
    expect(queryPlan(query)).toEqual({ kind: 'empty', prefix: '' })
  })

  test('leaves alone the syllable that is still being typed', () => {
    expect(queryPlan('밀양ㅅ')).toMatchObject({ folded: '밀양', grams: ['밀양'] })
  })

  test('keeps short words that are all there is', () => {
    expect(queryPlan('de la')).toMatchObject({ words: ['de', 'la'], grams: ['^de', '^la'] })
  })

  test('of ten thousand characters stays small', () => {
    for (const query of [
      'intercommunalité '.repeat(600),
      '순천 밀양 '.repeat(2000),
      'a b c d e f g h i j k '.repeat(500),
    ]) {
      const plan = queryPlan(query)
      if (plan.kind !== 'match') {
        expect(plan.prefix.length).toBeLessThanOrEqual(100)
        continue
      }
      expect(plan.folded.length).toBeLessThanOrEqual(100)
      expect(plan.grams.length).toBeLessThanOrEqual(12)
      expect(plan.likes.length).toBeLessThanOrEqual(8)
    }
  })

  test('sends at most twelve different grams, from the first to the last', () => {
    const plan = queryPlan('abcdefghijklmnopqrstuvwxyz')
    const sent = plan.kind === 'match' ? plan.grams : []
    expect(new Set(sent).size).toBe(12)
    expect([sent.at(0), sent.at(-1)]).toEqual(['abc', 'xyz'])
  })

  test('escapes what LIKE would take for a pattern', () => {
    expect(escapeLike('100 %_\\')).toBe('100 \\%\\_\\\\')
  })
})

describe('no record is missed', () => {
  const letters = fc.constantFrom(..."abeéœçstnLY 0-'순천시밀양ㅅㅊㄳ市𐌀年")
  const texts = fc.array(fc.string({ unit: letters, maxLength: 30 }), { minLength: 1, maxLength: 4 })

  test('when a query is made of words of the text, of their beginnings, or of pieces long enough', () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.nat()), (parts, numbers) => {
        const next = (most: number) => (numbers.next().value ?? 0) % (most + 1)
        const search = searchText(parts)
        const words = search.trim().split(' ')
        const query = Array.from({ length: 1 + next(3) }, () =>
          pieceOf(words[next(words.length - 1)] ?? '', next),
        )
        expect(finds(query.join(' '), search)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('when a query is any stretch of the text that begins with a word', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (parts, at) => {
        const words = fold(parts.join(' ')).split(' ')
        const query = words
          .slice(at % words.length)
          .join(' ')
          .slice(0, 90)
        expect(finds(query.toWellFormed(), searchText(parts))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  // Latin pieces of one or two letters are sought where words begin, so only those are owed.
  function pieceOf(word: string, next: (most: number) => number): string {
    const all = Array.from(word)
    const start = next(all.length)
    const piece = all.slice(start, start + 1 + next(all.length))
    const isOwed = piece.length > 2 || /[\p{Script=Hangul}\p{Script=Han}]/u.test(piece.join(''))
    return isOwed ? piece.join('') : all.slice(0, 1 + next(all.length)).join('')
  }

  function finds(query: string, search: string): boolean {
    const plan = queryPlan(query)
    if (plan.kind !== 'match') return true
    const held = new Set(grams(search))
    const like = (pattern: string) => search.includes(pattern.slice(1, -1))
    return plan.grams.every((gram) => held.has(gram)) && plan.likes.every(like)
  }
})
