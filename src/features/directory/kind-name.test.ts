import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../platform/i18n/catalogue.ts'
import type { InterfaceLanguage } from '../../platform/i18n/languages.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { byOwnSide, countryName } from './country-name.ts'
import { kindName, kindsOf, kindTitle } from './kind-name.ts'
import { kindNote } from './kind-note.ts'
import { directoryMessages } from './messages/index.ts'
import { isAuthorityKind } from './organisation.ts'

const translate = createCatalogue([directoryMessages])
const readerIn = (language: InterfaceLanguage): Reader => ({
  language,
  interfaceLanguage: language,
  t: translate(language),
  today: '2026-01-01',
  now: null,
})

describe('the name of a kind', () => {
  test('never calls a French métropole by the word for a Korean metropolitan city', () => {
    expect(kindName(readerIn('ko'), 'metropole')).not.toContain('광역시')
    expect(kindName(readerIn('ko'), 'metropolitan_city')).toBe('광역시')
    expect(kindName(readerIn('fr'), 'metropolitan_city')).toBe('ville métropolitaine')
  })

  test('calls a 군 a county, not a town', () => {
    expect(kindName(readerIn('fr'), 'gun')).toBe('comté (gun)')
  })

  test('begins with a capital where it is a title', () => {
    expect(kindTitle(readerIn('fr'), 'etablissement')).toBe('Organisme')
    expect(kindTitle(readerIn('fr'), 'ept')).toMatch(/^Établissement/)
  })

  test('differs from every other kind in each language', () => {
    for (const language of ['fr', 'ko', 'en'] as const) {
      const names = kindsOf(null).map((kind) => kindName(readerIn(language), kind))
      const twice = names.filter((name, index) => names.indexOf(name) !== index)
      expect([language, twice]).toEqual([language, []])
    }
  })

  test('comes with a line for the other side wherever it is an authority of France or Korea', () => {
    const kinds = [...kindsOf('FR'), ...kindsOf('KR')].filter(isAuthorityKind)
    expect(kinds.filter((kind) => kindNote(readerIn('ko'), kind) === null)).toEqual([])
    expect(kindNote(readerIn('ko'), 'embassy')).toBeNull()
  })
})

describe('the name of a country', () => {
  test.each([
    ['fr', 'République de Corée', 'France'],
    ['ko', '대한민국', '프랑스'],
    ['en', 'Republic of Korea', 'France'],
  ] as const)('is the one that officials write in %s', (language, korea, france) => {
    const reader = readerIn(language)
    expect([countryName(reader, 'KR'), countryName(reader, 'FR')]).toEqual([korea, france])
  })

  test('is the code itself when there is no such country', () => {
    expect(countryName(readerIn('fr'), 'nowhere')).toBe('nowhere')
  })

  test('puts the reader’s own side first', () => {
    expect(byOwnSide(readerIn('ko'), ['FR', 'KR'])).toEqual(['KR', 'FR'])
    expect(byOwnSide(readerIn('fr'), ['KR', 'FR'])).toEqual(['FR', 'KR'])
  })
})
