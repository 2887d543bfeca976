import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { threadMs } from '../../../test/support/thread-time.ts'
import { frenchTypography } from './typography.ts'

describe('French typography', () => {
  test.each([
    ['Qui vient ?', 'Qui vient\u202f?'],
    ['Qui vient?', 'Qui vient\u202f?'],
    ['Vraiment?! Oui!', 'Vraiment\u202f?! Oui\u202f!'],
    ['un; deux ; trois', 'un\u202f; deux\u202f; trois'],
    ['Objet : accord', 'Objet\u00a0: accord'],
    ['Objet: accord', 'Objet\u00a0: accord'],
    ['« Évian »', '«\u00a0Évian\u00a0»'],
    ['«Évian»', '«\u00a0Évian\u00a0»'],
    ['« Évian »?', '«\u00a0Évian\u00a0»\u202f?'],
    ["l'accord d'amitié", 'l’accord d’amitié'],
    ["l'« accord »", 'l’«\u00a0accord\u00a0»'],
    ['et ainsi de suite...', 'et ainsi de suite…'],
    ['et alors...?', 'et alors…\u202f?'],
    ['un accord (lequel ?) signé', 'un accord (lequel\u202f?) signé'],
  ])('sets %j as %j', (text, expected) => {
    expect(frenchTypography(text)).toBe(expected)
  })

  test.each([
    'de 10:00 à 17:00',
    'voir https://exemple.fr/?q=a;b!c et http://exemple.fr:3000/x?y',
    'www.exemple.fr/page?n=1',
    'écrire à mailto:contact@exemple.fr?subject=oui',
    'une adresse.courriel@exemple.fr',
    '10\u202f000 habitants',
    '1\u2009234',
    'Cités &amp; unies &#39;',
    'incertain (?)',
    '안녕하십니까? 서울: 부산!',
    'un chemin ../../dossier',
    '2016/..',
    '« »',
    '',
  ])('leaves %j as it is', (text) => {
    expect(frenchTypography(text)).toBe(text)
  })

  test('keeps an address whole and sets the sentence around it', () => {
    expect(frenchTypography("L'adresse : https://exemple.fr/a?b:c est-elle bonne ?")).toBe(
      'L’adresse\u00a0: https://exemple.fr/a?b:c est-elle bonne\u202f?',
    )
  })

  test('applied twice changes nothing more', () => {
    const signs = fc.constantFrom(...'aé1 \u00a0\u202f\n;:!?«»\'’."()@&/…`서', 'https://', 'www.')
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
        const once = frenchTypography(parts.join(''))
        expect(frenchTypography(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  test('takes a very long word in its stride', () => {
    const long = `${'a'.repeat(200_000)} ?`
    const set = () => expect(frenchTypography(long)).toBe(`${'a'.repeat(200_000)}\u202f?`)
    expect(threadMs(set)).toBeLessThan(1000)
  })

  test('adds and removes nothing but spaces, apostrophes and ellipses', () => {
    const bare = (text: string) => text.replace(/…/g, '...').replace(/’/g, "'").replace(/[\s]/g, '')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(bare(frenchTypography(text))).toBe(bare(text))
      }),
    )
  })
})
