import { describe, expect, it } from 'vitest'
import { readPassages } from './locators.ts'
import { resolveReference } from './references.ts'

const passages = readPassages('### Limoges {#limoges}\n\nUn. Deux. Trois.\n\nQuatre.\n')

describe('resolveReference', () => {
  it.each([
    ['S3.2', 'Deux.'],
    ['S3.2+S3.3', 'Deux. Trois.'],
    ['limoges.1.1', 'Un.'],
    ['limoges.1.1+limoges.1.2', 'Un. Deux.'],
    ['limoges.2.1', 'Quatre.'],
  ])('finds %s', (reference, text) => {
    const found = resolveReference(passages, reference)
    expect(found?.passage.text.slice(found.start, found.end)).toBe(text)
  })

  it.each([
    'S3.4',
    'S4.1',
    'limoges.3.1',
    'paris.1.1',
    'S3.1+S3.3',
    'S3.2+S3.1',
    'S3.3+S5.1',
    'S3.1+S3.2+S3.3',
    '',
    'S3',
  ])('refuses %j', (reference) => {
    expect(resolveReference(passages, reference)).toBeNull()
  })
})
