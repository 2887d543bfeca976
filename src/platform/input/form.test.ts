import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Translate } from '../i18n/translate.ts'
import { fieldError, readForm, typedValue, typedValues } from './form.ts'

const schema = z.object({
  name: z.string().trim().min(1).max(10),
  email: z.email(),
  steps: z.array(z.object({ on: z.string(), words: z.object({ fr: z.string() }) })).default([]),
})
const t = ((key, parameters) => [key, ...Object.values(parameters ?? {})].join(' ')) as Translate

test('reads nested fields and lists in the order of their numbers, without holes', () => {
  const read = readForm(schema, {
    name: ' Lille ',
    email: 'a@lille.example',
    'steps.2.on': '2016',
    'steps.2.words.fr': 'signé',
    'steps.10.on': '2017',
    'steps.10.words.fr': 'en\r\nvigueur',
  })
  expect(read.valid && read.data).toEqual({
    name: 'Lille',
    email: 'a@lille.example',
    steps: [
      { on: '2016', words: { fr: 'signé' } },
      { on: '2017', words: { fr: 'en\nvigueur' } },
    ],
  })
})

test('hands wrong input back as typed, with a sentence for each field', () => {
  const read = readForm(schema, { name: 'x'.repeat(11), email: 'nowhere' })
  expect(read.valid).toBe(false)
  if (read.valid) return
  expect(typedValue(read.values, 'email')).toBe('nowhere')
  expect(read.errors.map(({ field, message }) => [field, message(t)])).toEqual([
    ['name', 'ui.form.tooLong 10'],
    ['email', 'ui.form.email'],
  ])
})

test('says what is missing', () => {
  const read = readForm(schema, {})
  expect(read.valid ? [] : read.errors.map(({ field, message }) => [field, message(t)])).toEqual([
    ['name', 'ui.form.missing'],
    ['email', 'ui.form.missing'],
  ])
})

test('takes no prototype, no endless depth, no body that is no form', () => {
  readForm(z.object({}), { '__proto__.polluted': '1', 'constructor.prototype.polluted': '1' })
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  expect(readForm(z.object({}), { 'a.b.c.d.e.f.g.h': '1' }).valid).toBe(true)
  for (const body of [null, undefined, 'text', 7, ['x']]) expect(readForm(schema, body).valid).toBe(false)
})

test('keeps every value of boxes that share a name', () => {
  const { values } = readForm(z.object({}), { theme: ['culture', 'youth'], one: 'x', lone: '\ud800' })
  expect(typedValues(values, 'theme')).toEqual(['culture', 'youth'])
  expect(typedValues(values, 'one')).toEqual(['x'])
  expect(typedValue(values, 'lone')).toBe('\ufffd')
})

test('takes an error that no schema could know', () => {
  expect(fieldError('name', 'ui.form.wrong').message(t)).toBe('ui.form.wrong')
})
