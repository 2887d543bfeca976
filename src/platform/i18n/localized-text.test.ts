import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LocalizedText, mergeLocalizedText, type TypedText, textStates } from './localized-text.ts'

const before: LocalizedText = {
  fr: { text: 'Bonjour', state: 'original' },
  ko: { text: '안녕', state: 'reviewed' },
  en: { text: 'Hello', state: 'machine' },
}

test('a change of the original makes what was reviewed or machine-made stale', () => {
  expect(statesAfter({ fr: 'Bonsoir' })).toEqual({ fr: 'original', ko: 'stale', en: 'stale' })
})

test('what is changed or read over in the same step is reviewed', () => {
  expect(statesAfter({ fr: 'Bonsoir', ko: '안녕히' })).toEqual({
    fr: 'original',
    ko: 'reviewed',
    en: 'stale',
  })
  expect(statesAfter({ fr: 'Bonsoir' }, { reviewed: ['en'] })).toEqual({
    fr: 'original',
    ko: 'stale',
    en: 'reviewed',
  })
})

test('a translation that somebody changes is reviewed, one that a machine changes is the machine’s', () => {
  expect(statesAfter({ en: 'Hi' }).en).toBe('reviewed')
  expect(statesAfter({}, { reviewed: ['en'] }).en).toBe('reviewed')
  expect(mergeLocalizedText(before, typed({ ko: '여보세요' }), { by: 'machine' }).ko).toEqual({
    text: '여보세요',
    state: 'machine',
  })
})

test('a text that lost no more than a form takes from it was not touched', () => {
  const text: LocalizedText = {
    fr: { text: ' Une\r\nfoire ', state: 'original' },
    ko: { text: '박람회\n', state: 'machine' },
  }
  expect(mergeLocalizedText(text, typed({ fr: 'Une\nfoire', ko: '박람회' }))).toEqual(text)
  expect(states(mergeLocalizedText(text, typed({ fr: 'Une foire', ko: ' ' })))).toEqual({ fr: 'original' })
})

test('an emptied language goes; the original’s place is taken by what a person answers for', () => {
  expect(statesAfter({ en: '  ' })).toEqual({ fr: 'original', ko: 'reviewed' })
  expect(statesAfter({ fr: '' })).toEqual({ ko: 'original', en: 'machine' })
  expect(statesAfter({ fr: '', ko: '' })).toEqual({ en: 'machine' })
  expect(statesAfter({ fr: '', ko: '', en: '' })).toEqual({})
})

test('the first text is the original, the first of several unless one is said to be', () => {
  expect(mergeLocalizedText({}, typed({ ko: '', fr: 'Un' }))).toEqual({
    fr: { text: 'Un', state: 'original' },
  })
  const both = { ko: '하나', fr: 'Un' }
  expect(states(mergeLocalizedText({}, typed(both)))).toEqual({ ko: 'original', fr: 'reviewed' })
  expect(states(mergeLocalizedText({}, typed(both, { original: 'fr' })))).toEqual({
    ko: 'reviewed',
    fr: 'original',
  })
})

test('another text can be called the original; an empty one cannot', () => {
  expect(statesAfter({}, { original: 'ko' })).toEqual({ fr: 'reviewed', ko: 'original', en: 'machine' })
  expect(statesAfter({ ko: '' }, { original: 'ko' })).toEqual({ fr: 'original', en: 'machine' })
})

describe('whatever is typed,', () => {
  test('the texts are those typed, and those of the languages that were not shown', () => {
    fc.assert(
      fc.property(stored(), typing(), (previous, edit) => {
        const after = mergeLocalizedText(previous, edit)
        const expected = { ...textsOf(previous), ...edit.texts }
        expect(textsOf(after)).toEqual(
          Object.fromEntries(Object.entries(expected).filter(([, text]) => text !== '')),
        )
      }),
    )
  })

  test('there is one original at most, and one wherever somebody typed', () => {
    fc.assert(
      fc.property(stored(), typing(), (previous, edit) => {
        const after = mergeLocalizedText(previous, edit)
        const originals = Object.values(after).filter(({ state }) => state === 'original').length
        const isTyped = Object.entries(edit.texts).some(
          ([language, text]) => text !== '' && text !== previous[language]?.text,
        )
        expect(originals).toBeLessThanOrEqual(1)
        if (isTyped) expect(originals).toBe(1)
      }),
    )
  })

  test('no untouched text passes for up to date after the original changed', () => {
    fc.assert(
      fc.property(stored(), typing(), (previous, edit) => {
        const after = mergeLocalizedText(previous, edit)
        const original = Object.keys(after).find((language) => after[language]?.state === 'original')
        if (original === undefined || after[original]?.text === previous[original]?.text) return
        for (const [language, { text, state }] of Object.entries(after)) {
          const isTouched = text !== previous[language]?.text || edit.reviewed.includes(language)
          if (language !== original) expect(state).toBe(isTouched ? 'reviewed' : 'stale')
        }
      }),
    )
  })

  test('sending it again changes nothing, nor does sending what stands there', () => {
    fc.assert(
      fc.property(stored(), typing(), (previous, edit) => {
        const after = mergeLocalizedText(previous, edit)
        expect(mergeLocalizedText(after, edit)).toEqual(after)
        expect(mergeLocalizedText(previous, typed(textsOf(previous)))).toEqual(previous)
      }),
    )
  })
})

function typed(texts: Record<string, string>, more: Partial<TypedText> = {}): TypedText {
  return { texts, reviewed: [], original: null, ...more }
}

function statesAfter(texts: Record<string, string>, more: Partial<TypedText> = {}) {
  return states(mergeLocalizedText(before, typed(texts, more)))
}

function states(text: LocalizedText) {
  return Object.fromEntries(Object.entries(text).map(([language, { state }]) => [language, state]))
}

function textsOf(text: LocalizedText): Record<string, string> {
  return Object.fromEntries(Object.entries(text).map(([language, passage]) => [language, passage.text]))
}

function stored(): fc.Arbitrary<LocalizedText> {
  const passage = fc.record({ text: fc.constantFrom('a', 'b', 'c'), state: fc.constantFrom(...textStates) })
  return fc.dictionary(fc.constantFrom('fr', 'ko', 'en', 'ar'), passage).map((text) => {
    const [, ...others] = Object.values(text).filter(({ state }) => state === 'original')
    for (const other of others) other.state = 'reviewed'
    return text
  })
}

function typing(): fc.Arbitrary<TypedText> {
  const language = fc.constantFrom('fr', 'ko', 'en')
  return fc.record({
    texts: fc.dictionary(language, fc.constantFrom('', 'a', 'b', 'c')),
    reviewed: fc.uniqueArray(language),
    original: fc.option(language),
  })
}
