import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Translate } from '../i18n/translate.ts'
import { dayInput, optionalSaidDate, saidDate } from './date-input.ts'
import { readForm } from './form.ts'

const t = ((key, parameters) => [key, ...Object.values(parameters ?? {})].join(' ')) as Translate
const schema = z.object({ since: saidDate('fr'), until: optionalSaidDate('fr', '2017-07-08') })

test('reads dates as said, with the year of the day where the form lends it', () => {
  const read = readForm(schema, { since: ' vers 2010 ', until: 'début juin' })
  expect(read.valid && read.data).toEqual({
    since: { edtf: '2010~', words: null },
    until: { edtf: '2017-06-01/2017-06-10', words: 'début juin 2017' },
  })
})

test('an optional date may be missing or empty', () => {
  for (const until of [{}, { until: ' ' }]) {
    const read = readForm(schema, { since: '2016', ...until })
    expect(read.valid && read.data).toEqual({ since: { edtf: '2016', words: null }, until: null })
  }
})

test('says which date was not understood, and which is missing', () => {
  const read = readForm(schema, { since: 'juin', until: 'très prochainement' })
  expect(read.valid ? [] : read.errors.map(({ field, message }) => [field, message(t)])).toEqual([
    ['since', 'ui.form.date juin'],
    ['until', 'ui.form.date très prochainement'],
  ])
  const empty = readForm(schema, { since: '' })
  expect(empty.valid ? [] : empty.errors.map(({ message }) => message(t))).toEqual(['ui.form.missing'])
})

test.each([
  ['2027-03-12', '2027-03-12'],
  ['12 mars 2027', '2027-03-12'],
  ['2027년 3월 12일', '2027-03-12'],
  ['12 March 2027', '2027-03-12'],
  [' 12/03/2027 ', '2027-03-12'],
])('takes %s for one day', (typed, day) => {
  const read = readForm(z.object({ until: dayInput() }), { until: typed })
  expect(read.valid && read.data).toEqual({ until: day })
})

test.each([
  'mars 2027',
  'vers le 12 mars 2027',
  '12 ou 13 mars 2027',
  'bientôt',
  '30 février 2027',
  '27-03-12',
  '9999-03-12',
])('takes %s for no day that is planned for', (typed) => {
  const read = readForm(z.object({ until: dayInput() }), { until: typed })
  expect(read.valid ? [] : read.errors.map(({ field }) => field)).toEqual(['until'])
})
