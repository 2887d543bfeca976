import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Translate } from '../i18n/translate.ts'
import { readForm } from './form.ts'
import { chosenAmong, languageOfLetters, localizedText, textValues, typedText } from './text-input.ts'

const t = ((key, parameters) => [key, ...Object.values(parameters ?? {})].join(' ')) as Translate

test('makes a text of what was typed in each language', () => {
  const schema = z.object({ title: localizedText({ max: 20 }) })
  const read = readForm(schema, {
    'title.fr.text': ' Fête\r\nde la céramique ',
    'title.ko.text': '도자기 축제',
    'title.en.text': '',
    'title.original': 'ko',
  })
  expect(read.valid && read.data.title).toEqual({
    fr: { text: 'Fête\nde la céramique', state: 'reviewed' },
    ko: { text: '도자기 축제', state: 'original' },
  })
})

test('shows a text as it would be typed, with the language that was written first', () => {
  const read = textValues('title', {
    fr: { text: 'Fête', state: 'reviewed' },
    ko: { text: '축제', state: 'original' },
  })
  expect(read).toEqual({ 'title.fr.text': 'Fête', 'title.ko.text': '축제', 'title.original': 'ko' })
})

test('merges it with the text before', () => {
  const previous = {
    fr: { text: 'Fête', state: 'original' as const },
    ko: { text: '축제', state: 'machine' as const },
  }
  const schema = z.object({ title: localizedText({ max: 20, previous }) })
  const read = readForm(schema, { 'title.fr.text': 'Foire', 'title.ko.text': '축제' })
  expect(read.valid && read.data.title).toEqual({
    fr: { text: 'Foire', state: 'original' },
    ko: { text: '축제', state: 'stale' },
  })
})

test('keeps what was ticked for a command to merge', () => {
  const read = readForm(z.object({ title: typedText({ max: 20 }) }), {
    'title.fr.text': 'Fête',
    'title.fr.reviewed': 'on',
    'title.original': 'fr',
    'title.<script>.text': 'x',
  })
  expect(read.valid && read.data.title).toEqual({ texts: { fr: 'Fête' }, reviewed: ['fr'], original: 'fr' })
})

test('says in which language a text is too long, and that none was given', () => {
  const schema = z.object({ title: localizedText({ max: 5, isRequired: true }) })
  expect(errorsOf(schema, { 'title.fr.text': 'Trop long', 'title.ko.text': '축제' })).toEqual([
    ['title.fr.text', 'ui.form.tooLong 5'],
  ])
  for (const body of [{}, { 'title.fr.text': ' ' }])
    expect(errorsOf(schema, body)).toEqual([['title', 'ui.form.missing']])
})

test('a text that may be missing is empty', () => {
  const read = readForm(z.object({ title: localizedText({ max: 5 }) }), {})
  expect(read.valid && read.data.title).toEqual({})
})

function errorsOf(schema: z.ZodType, body: unknown) {
  const read = readForm(schema, body)
  return read.valid ? [] : read.errors.map(({ field, message }) => [field, message(t)])
}

const schema = z.object({ themes: chosenAmong(['arts', 'sport']) })

test.for([
  [{}, []],
  [{ themes: 'arts' }, ['arts']],
  [{ themes: ['sport', 'arts', 'sport'] }, ['sport', 'arts']],
] as const)('reads the ticked boxes of %j as %j', ([body, themes]) => {
  const read = readForm(schema, body)
  expect(read.valid && read.data).toEqual({ themes })
})

test('refuses what is no box', () => {
  const read = readForm(schema, { themes: ['arts', 'astrology'] })
  expect(read.valid ? [] : read.errors.map(({ field }) => field)).toEqual(['themes.1'])
})

test.for<[string, Record<string, string>, Record<string, string>, string | null]>([
  [
    'stays in the language of its box',
    { 'title.fr.text': 'Fête', 'title.ko.text': '', 'title.original': 'fr' },
    { fr: 'Fête', ko: '' },
    'fr',
  ],
  [
    'goes to the language that its writer chooses',
    { 'title.fr.text': 'Fête', 'title.en.text': '', 'title.original': 'en' },
    { fr: '', en: 'Fête' },
    'en',
  ],
  [
    'goes to the language of its letters',
    { 'title.fr.text': '도자기 축제', 'title.ko.text': '', 'title.original': 'fr' },
    { fr: '', ko: '도자기 축제' },
    'ko',
  ],
  [
    'stays where the other language has a text',
    { 'title.fr.text': 'Fête', 'title.ko.text': '축제', 'title.original': 'ko' },
    { fr: 'Fête', ko: '축제' },
    'ko',
  ],
  [
    'stays where nothing was typed',
    { 'title.fr.text': '', 'title.ko.text': '', 'title.original': 'ko' },
    { fr: '', ko: '' },
    'ko',
  ],
])('the text of the first box %s', ([, typed, texts, original]) => {
  const read = readForm(z.object({ title: typedText({ max: 20 }) }), { ...typed, 'title.written': 'fr' })
  expect(read.valid && read.data.title).toEqual({ texts, reviewed: [], original })
})

test('says in which of some languages letters can be, where one alone can', () => {
  expect(languageOfLetters('이천 도자기 축제 Icheon', ['fr', 'ko', 'en'])).toBe('ko')
  expect(languageOfLetters('Fête', ['fr', 'ko', 'en'])).toBe(null)
  expect(languageOfLetters('Fête', ['fr', 'ko'])).toBe('fr')
  expect(languageOfLetters('معرض الخزف', ['fr', 'ar'])).toBe('ar')
  expect(languageOfLetters('2017 – 12', ['fr', 'ko'])).toBe(null)
})
