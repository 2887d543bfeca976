import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LocalizedText, textStates } from '../i18n/localized-text.ts'
import { originalLanguage, withPassage } from './with-passage.ts'

const both: LocalizedText = {
  fr: { text: 'Une foire', state: 'original' },
  ko: { text: '박람회', state: 'reviewed' },
  en: { text: 'A fair', state: 'machine' },
}

test('turns every translation stale when the original changes', () => {
  expect(withPassage(both, 'fr', { text: 'Un salon', state: 'original' })).toEqual({
    fr: { text: 'Un salon', state: 'original' },
    ko: { text: '박람회', state: 'stale' },
    en: { text: 'A fair', state: 'stale' },
  })
})

test('changes a translation alone, and never makes it the original', () => {
  expect(withPassage(both, 'ko', { text: '전시회', state: 'original' })).toEqual({
    ...both,
    ko: { text: '전시회', state: 'reviewed' },
  })
})

test('takes a translation away, but never the original', () => {
  const { en: _, ...without } = both
  expect(withPassage(both, 'en', null)).toEqual(without)
  expect(withPassage(both, 'fr', null)).toEqual(both)
  expect(withPassage(both, 'fr', { text: '', state: 'original' })).toEqual(both)
})

const passage = fc.record({ text: fc.string({ minLength: 1 }), state: fc.constantFrom(...textStates) })
const anyText = fc
  .dictionary(
    fc.constantFrom('ko', 'en', 'ar'),
    passage.map((each) => ({ ...each, state: 'reviewed' as const })),
  )
  .chain((others) =>
    passage.map((first): LocalizedText => ({ ...others, fr: { ...first, state: 'original' } })),
  )

test('keeps one original, and setting the same passage twice changes nothing more', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('fr', 'ko', 'en'), passage, (text, language, typed) => {
      const once = withPassage(text, language, typed)
      expect(originalLanguage(once)).toBe('fr')
      expect(Object.values(once).filter(({ state }) => state === 'original')).toHaveLength(1)
      expect(withPassage(once, language, typed)).toEqual(once)
    }),
  )
})
