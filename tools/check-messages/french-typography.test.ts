import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frenchTypography } from '../../src/platform/i18n/typography.ts'
import { hole } from '../project/literals.ts'
import { typographyFaults } from './french-typography.ts'

test.each([
  'Vraiment\u202F? Oui\u202F! Bien\u202F; merci',
  'Source\u00A0: mairie',
  'Erreur\u00A0:',
  'Dit «\u00A0jumelage\u00A0»',
  'L’accord, à 10:00, sur https://exemple.fr/?q=a;b!',
  'Quoi\u202F?! (?) [!]',
  `«\u00A0${hole}\u00A0»\u00A0: ${hole}\u202F?`,
  '',
])('accepts « %s »', (text) => expect(typographyFaults(text)).toEqual([]))

test.each([
  ["l'accord", 'apostrophe'],
  ['Vraiment ?', 'narrow'],
  ['Vraiment?', 'narrow'],
  ['Vraiment\u00A0!', 'narrow'],
  [`${hole};`, 'narrow'],
  ['Source : mairie', 'before :'],
  ['Source: mairie', 'before :'],
  ['Source\u202F: mairie', 'before :'],
  [`${hole}:${hole}`, 'before :'],
  ['« jumelage »', 'inside'],
  ['«jumelage\u00A0»', 'inside'],
])('refuses « %s »', (text, words) => {
  expect(typographyFaults(text)).toEqual([expect.stringContaining(words)])
})

test('accepts every sentence that the pages set by themselves', () => {
  const word = fc.constantFrom(
    'accord',
    'l’été',
    "d'Île",
    '« jumelage »',
    '«Séoul»',
    '10:00',
    '3',
    'https://a.fr/?b:c;d',
  )
  const sign = fc.constantFrom(...['', '.', ',', ' :', ':', ' ;', ';', ' ?', '?!', '!', '...', ' (suite)'])
  const sentence = fc.array(
    fc.tuple(word, sign).map((parts) => parts.join('')),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(sentence, (parts) => {
      expect(typographyFaults(frenchTypography(parts.join(' ')))).toEqual([])
    }),
  )
})
