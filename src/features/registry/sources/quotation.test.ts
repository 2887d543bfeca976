import { expect, test } from 'vitest'
import { resolveLocator } from '../locators.ts'
import { locateQuotation } from './quotation.ts'

const text =
  'Limoges et Icheon ont signé le 22 avril 2015. La convention, dite « de la porcelaine », court cinq ans. Elle s’achève.'
const passage = { heading: ['Limoges'], headingId: null, paragraph: 2, text, line: 0, language: null }
const quoted = (quotation: string) => {
  const locator = locateQuotation([passage], quotation)
  if (locator === null) return null
  expect(resolveLocator([passage], locator).state).toBe('found')
  return text.slice(locator.start, locator.end)
}

test('part of a sentence is found as the sentence that holds it', () => {
  expect(quoted('signé le 22 avril')).toBe('Limoges et Icheon ont signé le 22 avril 2015.')
  expect(quoted(' «signé\n le  22 avril 2015.» ')).toBe('Limoges et Icheon ont signé le 22 avril 2015.')
  expect(quoted('dite "de la porcelaine"')).toContain('cinq ans.')
  expect(quoted("Elle s'achève")).toBe('Elle s’achève.')
})

test('two sentences that follow each other are found together, three are not', () => {
  expect(quoted('2015. La convention')).toBe(
    'Limoges et Icheon ont signé le 22 avril 2015. La convention, dite « de la porcelaine », court cinq ans.',
  )
  expect(quoted(text)).toBeNull()
})

test('what stands nowhere is found nowhere, whatever signs it has', () => {
  for (const quotation of ['signé le 23 avril', '', '«»', '.*', '(', '\\', 'x'.repeat(500)])
    expect(quoted(quotation), quotation).toBeNull()
})
