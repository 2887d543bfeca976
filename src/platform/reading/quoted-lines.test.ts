import { expect, it } from 'vitest'
import { readPlainText } from './read-plain-text.ts'
import { sourceSlice } from './text-document.ts'

it('takes the marks of quotation off the lines of mails, keeps how deep they stand, and quotes to the letter', () => {
  const source =
    'Merci.\n> Le jumelage a été signé à\n> Fès en 2004.\n>\n>> - Lyon\n>> - Nantes\nBien à vous\n'
  const document = readPlainText(source)
  expect(document.passages.map(({ kind, text, quoted }) => [kind, text, quoted])).toEqual([
    ['paragraph', 'Merci.', undefined],
    ['paragraph', 'Le jumelage a été signé à Fès en 2004.', 1],
    ['item', 'Lyon', 2],
    ['item', 'Nantes', 2],
    ['paragraph', 'Bien à vous', undefined],
  ])
  const [, told] = document.passages
  expect(told && sourceSlice(document, told, { start: 0, end: told.text.length })).toBe(
    'Le jumelage a été signé à\n> Fès en 2004.',
  )
})
