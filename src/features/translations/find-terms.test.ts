import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTerms, formsOf, glossaryLanguages, glossaryTerms } from './find-terms.ts'

const found = (text: string, language: string) =>
  findTerms(text, language).map(({ start, end, term }) => [text.slice(start, end), term.key])

test.each([
  [
    'Les protocoles d’entente et un Jumelage',
    'fr',
    [
      ['protocoles d’entente', 'mou'],
      ['Jumelage', 'twinning'],
    ],
  ],
  [
    'Le groupe pays, le groupe-pays',
    'fr',
    [
      ['groupe pays', 'country_group'],
      ['groupe-pays', 'country_group'],
    ],
  ],
  [
    'un accord spécifique de coopération',
    'fr',
    [['accord spécifique de coopération', 'cooperation_agreement']],
  ],
  ["DECLARATION D'INTENTION", 'fr', [["DECLARATION D'INTENTION", 'declaration_of_intent']]],
  [
    'Twin towns of two local authorities',
    'en',
    [
      ['Twin towns', 'sister_city'],
      ['local authorities', 'local_authority'],
    ],
  ],
  ['두 도시는 자매결연을 맺었습니다', 'ko', [['자매결연', 'twinning']]],
  ['자매결연협정을 체결하였다', 'ko', [['자매결연협정', 'twinning']]],
  [
    '양해각서에서는 우호도시로서의 관계',
    'ko',
    [
      ['양해각서', 'mou'],
      ['우호도시', 'friendship_city'],
    ],
  ],
  ['대사관이', 'ko', [['대사관', 'embassy']]],
])('finds in « %s »', (text, language, expected) => {
  expect(found(text, language)).toEqual(expected)
})

test('does not take a longer word for a term that it begins with', () => {
  expect(found('Les communications de la régionalisation', 'fr')).toEqual([])
  expect(found('포럼니스트', 'ko')).toEqual([])
})

test('does not join words of two sentences', () => {
  expect(found('Il parle d’un groupe. Pays voisins.', 'fr')).toEqual([])
})

test('knows no term in a language without a glossary', () => {
  expect(findTerms('convention', 'ar')).toEqual([])
})

test('holds a word in each language for every term, and each key once', () => {
  const terms = glossaryTerms()
  expect(terms.length).toBeGreaterThan(90)
  expect(new Set(terms.map(({ key }) => key)).size).toBe(terms.length)
  for (const { words } of terms) expect(Object.values(words).every((word) => word !== '')).toBe(true)
})

const language = fc.constantFrom(...glossaryLanguages)
const everyForm = glossaryLanguages.flatMap((spoken) =>
  glossaryTerms().flatMap((term) => [...formsOf(term, spoken)].map((form) => ({ spoken, form }))),
)
// A single Korean syllable is usually something else.
const termAndForm = fc.constantFrom(
  ...everyForm.filter(({ spoken, form }) => spoken !== 'ko' || form.replaceAll(' ', '').length > 1),
)

test('finds every form of every term, whatever stands around it', () => {
  fc.assert(
    fc.property(
      termAndForm,
      fc.constantFrom('', '— ', '(', '1. '),
      fc.constantFrom('', '.', ', ', ' !'),
      (each, before, after) => {
        const text = `${before}${each.form}${after}`
        const [first, ...others] = findTerms(text, each.spoken)
        expect(others).toEqual([])
        expect(first && text.slice(first.start, first.end)).toBe(each.form)
      },
    ),
    { numRuns: 500 },
  )
})

test('finds Korean terms before any particle', () => {
  fc.assert(
    fc.property(
      termAndForm.filter(({ spoken }) => spoken === 'ko'),
      fc.constantFrom('을', '의', '에서는', '으로서', '입니다'),
      ({ form }, particle) => {
        const text = `올해 ${form}${particle} 말하면`
        const [first] = findTerms(text, 'ko')
        expect(first && text.slice(first.start, first.end)).toBe(form)
      },
    ),
    { numRuns: 500 },
  )
})

test('answers places in order, inside the text, without overlap', () => {
  const words = fc.oneof(
    fc.string(),
    termAndForm.map(({ form }) => form),
  )
  fc.assert(
    fc.property(fc.array(words), language, (parts, spoken) => {
      const text = parts.join(' ')
      let last = 0
      for (const { start, end } of findTerms(text, spoken)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
  )
})
