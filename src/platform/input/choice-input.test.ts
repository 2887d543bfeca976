import { expect, test } from 'vitest'
import { z } from 'zod'
import { chosenAmong } from './choice-input.ts'
import { readForm } from './form.ts'

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
