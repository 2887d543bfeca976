import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from './fold.ts'

describe('folding', () => {
  test.each([
    ['Évian-les-Bains', 'evian les bains'],
    ["L'Haÿ-les-Roses", 'l hay les roses'],
    ['CŒUR  de Savoie', 'coeur de savoie'],
    ['Ǽsch & Straße', 'aesch strasse'],
    ['Łódź, Malmö, Tromsø', 'lodz malmo tromso'],
    ['İstanbul', 'istanbul'],
    ['P’yŏngt’aek', 'p yongt aek'],
    ['Ｓｅｏｕｌ　２０１７', 'seoul 2017'],
    ['10\u00a0octobre\u202f: oui', '10 octobre oui'],
    ['순천시 (전라남도)', '순천시 전라남도'],
    ['순천시'.normalize('NFD'), '순천시'],
    ['ㅅㅊㅅ', 'ㅅㅊㅅ'],
    ['ㄳ', 'ㄱㅅ'],
    ['a\ud800b\udc00', 'a b'],
    ['हिन्दी', 'हिन्दी'],
    ['  ?!… ', ''],
    ['', ''],
  ])('turns %j into %j', (text, expected) => {
    expect(fold(text)).toBe(expected)
  })

  test('a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 500 },
    )
  })

  test('of any text, lone surrogates included, is well formed and single-spaced', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(units, (text) => {
        const folded = fold(text)
        expect(folded.isWellFormed()).toBe(true)
        expect(folded).toBe(folded.split(/\s+/).join(' ').trim())
        expect(fold(folded)).toBe(folded)
      }),
      { numRuns: 2000 },
    )
  })

  test('does not mind in which form accents were typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'éÉçñôŏ순천밀양ab ') }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
    )
  })
})
