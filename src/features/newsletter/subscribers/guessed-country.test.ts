import { expect, test } from 'vitest'
import { guessCountry, zonesToGuessBy } from './guessed-country.ts'

test.each([
  ['ko-KR,ko;q=0.9', 'fr', 'KR'],
  ['fr-FR,fr;q=0.9', 'ko', 'FR'],
  ['fr-CA,fr;q=0.9', 'fr', 'FR'],
  ['zh-Hant-TW', 'en', 'TW'],
  ['ko', 'ko', 'KR'],
  [undefined, 'fr', 'FR'],
  ['en', 'en', ''],
  ['; drop', 'en', ''],
])('who asks with %s for a page in %s reads in %s', (accept, language, country) => {
  expect(guessCountry(accept, language, ['FR', 'KR'])).toBe(country)
})

test('a browser is asked for its clock only where neither region nor language tells the country', () => {
  const zones = { 'Europe/Paris': 'FR', 'Asia/Seoul': 'KR' }
  expect(['FR', 'KR', '', 'GB'].map((country) => zonesToGuessBy(country, ['FR', 'KR']))).toEqual([
    null,
    null,
    zones,
    zones,
  ])
})
