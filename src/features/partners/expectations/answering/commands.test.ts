import { expect, test } from 'vitest'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { versionOfAnswer } from './answer-version.ts'
import { changeOf } from './commands.ts'

const answered = (words: LocalizedText, given: object = {}) => ({
  answer: 'partly' as const,
  reason: 'size' as const,
  words,
  ...given,
})
const fr = { text: 'Venez.', state: 'original' as const }
const ko = { text: '오십시오.', state: 'reviewed' as const }

test('words in another language beside those that stay are a translation, in whichever order they are kept', () => {
  expect([
    changeOf(answered({ fr }), answered({ fr, ko })),
    changeOf(answered({ fr, ko }), answered({ ko, fr })),
    changeOf(answered({ fr, ko }), answered({ fr })),
  ]).toEqual(['translation', 'none', 'translation'])
  expect(versionOfAnswer(answered({ fr, ko }))).toBe(versionOfAnswer(answered({ ko, fr })))
})

test('other words, another answer, another reason, and the first words of all are an answer', () => {
  expect([
    changeOf(answered({ fr }), answered({ fr: { ...fr, text: 'Venez en mars.' } })),
    changeOf(answered({ fr }), answered({ fr }, { answer: 'yes', reason: null })),
    changeOf(answered({ fr }), answered({ fr }, { reason: 'budget' })),
    changeOf(answered({}), answered({ fr })),
    changeOf(answered({ fr }), answered({ ko: { ...ko, state: 'original' }, fr: { ...fr, state: 'stale' } })),
  ]).toEqual(['answer', 'answer', 'answer', 'answer', 'answer'])
})
