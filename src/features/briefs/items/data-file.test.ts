import { expect, test } from 'vitest'
import { parseBrief, readBriefFile, toldCountries } from './data-file.ts'
import { itemKeys } from './skeleton.ts'
import { sourceWords } from './source-words.ts'

const longest = { fr: 190, ko: 95, en: 170 }
const demonstrated = '2017-07-08'

const told = toldCountries.map((country) => ({ country, rows: readBriefFile(country)?.read() ?? [] }))

test.each(told)('$country says an item once a day, and most of the list in both years', ({ rows }) => {
  const days = rows.map(({ key, knownOn }) => `${key} ${knownOn}`)
  expect(days).toHaveLength(new Set(days).size)
  for (const day of [demonstrated, '2026-11-29']) {
    const keys = new Set(rows.filter(({ knownOn }) => knownOn <= day).map(({ key }) => key))
    expect(keys.size).toBeGreaterThan(itemKeys.length - 5)
  }
})

test.each(told)('$country is short enough for two pages in three languages', ({ rows }) => {
  for (const { key, text } of rows)
    for (const [language, limit] of Object.entries(longest)) {
      const words = text[language]?.text ?? ''
      expect(words, `${key} in ${language}`).not.toBe('')
      expect([...words].length, `${key} in ${language}`).toBeLessThanOrEqual(limit)
    }
})

test.each(told)('$country knows nothing before its day', ({ rows }) => {
  for (const { key, knownOn, asOf, validUntil } of rows) {
    expect(asOf !== null && asOf <= knownOn, key).toBe(true)
    expect(knownOn <= demonstrated || knownOn >= '2026-01-01', key).toBe(true)
    expect(validUntil === null || validUntil > knownOn, key).toBe(true)
  }
})

test.each(told)('$country gives a source and a passage for what was checked', ({ rows }) => {
  for (const { key, checkedOn, source, sourceLanguage, passage } of rows)
    if (checkedOn !== null)
      for (const words of [source, sourceLanguage, passage]) expect(words, key).not.toBe('')
})

test.each(told)(
  '$country gives Korean words with their reading, and its sources in three languages',
  ({ rows }) => {
    const read = /\(\p{Script=Hangul}+, [a-z ]+[,)]|gu \(구\)/u
    for (const { key, text, ...cited } of rows)
      for (const language of ['fr', 'en'] as const) {
        expect(text[language]?.text.replaceAll(new RegExp(read, 'gu'), ''), key).not.toMatch(
          /\p{Script=Hangul}/u,
        )
        if (cited.source === '') continue
        const words = sourceWords({ interfaceLanguage: language }, cited)
        expect(words.replace(/\(\p{Script=Hangul}[\p{Script=Hangul} ·]*\)|뉴스1/u, ''), key).not.toMatch(
          /\p{Script=Hangul}/u,
        )
        expect(sourceWords({ interfaceLanguage: 'ko' }, cited), key).toMatch(/\p{Script=Hangul}/u)
      }
  },
)

test.each(told)('$country names functions, never persons', ({ rows }) => {
  for (const { text } of rows)
    for (const words of Object.values(text))
      expect(words.text).not.toMatch(/\b(?:M\.|MM\.|Mme|Mr\.?|Mrs\.?|Ms\.?) \p{Lu}|[가-힣]{2,4} (?:씨|귀하)/u)
})

test('a file with an unknown item, or a check without a source, is refused', () => {
  const head = 'key\tknown_on\tas_of\tsource\tchecked_on\n'
  expect(() => parseBrief(`${head}mayor\t2026-01-01\t2026-01-01`)).toThrow('No item "mayor"')
  expect(() => parseBrief(`${head}head\t2026-01-01\t2026-01-01\t\t2026-11-29`)).toThrow('without a source')
})
