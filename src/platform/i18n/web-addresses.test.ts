import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textPieces } from './web-addresses.ts'

const addressesIn = (text: string) => textPieces(text).flatMap(({ address }) => address ?? [])

describe('addresses in a text', () => {
  it.each([
    ['Inscription : https://entente.example/fr?a=1&b=2.', 'https://entente.example/fr?a=1&b=2'],
    ['(voir http://mairie.example/page_(1))', 'http://mairie.example/page_(1)'],
    ['« https://mairie.example/jumelage » !', 'https://mairie.example/jumelage'],
    ['https://www.mofa.go.kr에서 확인하십시오.', 'https://www.mofa.go.kr/'],
    [
      'https://ko.wikipedia.org/wiki/서울특별시',
      `https://ko.wikipedia.org/wiki/${encodeURIComponent('서울특별시')}`,
    ],
    ['https://fr.wikipedia.org/wiki/Évian…', 'https://fr.wikipedia.org/wiki/%C3%89vian'],
    ['HTTPS://Mairie.example/Plan', 'https://mairie.example/Plan'],
    ['<https://mairie.example>', 'https://mairie.example/'],
  ])('are found as they are meant: %s', (text, address) => {
    expect(addressesIn(text)).toEqual([address])
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,https',
    'xhttps://mairie.example',
    'https://mairie.example@autre.example/',
    'https://mairie.example:secret@autre.example/',
    'https://',
    'https://[::bad',
    'www.mairie.example',
    `https://mairie.example/${'a'.repeat(2000)}`,
  ])('are none in %s', (text) => {
    expect(addressesIn(text)).toEqual([])
  })

  it('end where a script, a tag or a place of a reader’s own address would begin', () => {
    expect(addressesIn('https://a.example/"onmouseover=alert(1)')).toEqual(['https://a.example/'])
    expect(addressesIn('https://a.example/<script>')).toEqual(['https://a.example/'])
    expect(addressesIn('https://a.example/{{unsubscribe}}')).toEqual(['https://a.example/'])
    expect(addressesIn('https://a.example/\u202egpj.exe')).toEqual(['https://a.example/'])
  })

  it('leave the text as it is, and are quick to find', () => {
    const words = fc.constantFrom(
      'https://',
      'a.example',
      '/',
      '에서',
      ' ',
      '(',
      ')',
      '.',
      '«',
      '@',
      'é',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (given) => {
        const text = given.join('')
        const pieces = textPieces(text)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        for (const { address } of pieces) expect(address === null || /^https?:/.test(address)).toBe(true)
      }),
    )
    expect(addressesIn('https://'.repeat(20_000)).length).toBeLessThanOrEqual(1)
    expect(addressesIn(`https://a.example/${'.'.repeat(1900)}`)).toEqual(['https://a.example/'])
  })
})
