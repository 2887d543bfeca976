import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeNotes } from './merge-notes.ts'

describe('notes of two people', () => {
  test('keeps lines that each of them added, in their places', () => {
    expect(mergeNotes('a\nb', 'a\nmine\nb', 'a\nb\ntheirs')).toBe('a\nmine\nb\ntheirs')
  })

  test('keeps both lines where both changed the same one', () => {
    expect(mergeNotes('Budget : ?', 'Budget : 10 000 €', 'Budget : 12 000 €')).toBe(
      'Budget : 12 000 €\nBudget : 10 000 €',
    )
  })

  test('brings back a line that one changed and the other took away', () => {
    expect(mergeNotes('a\nb\nc', 'a\nb, corrigé\nc', 'a\nc')).toContain('b, corrigé')
  })

  test('lets somebody take away a line that nobody else touched', () => {
    expect(mergeNotes('a\nb\nc', 'a\nc', 'a\nb\nc\nd')).toBe('a\nc\nd')
  })

  test('goes on typing a line that was saved meanwhile without writing it twice', () => {
    // What was sent is the base of what is sent next.
    const first = mergeNotes('', 'Bonjour', 'Autre')
    expect(mergeNotes('Bonjour', 'Bonjour à tous', first).split('\n').toSorted()).toEqual([
      'Autre',
      'Bonjour à tous',
    ])
  })
})

const text = fc
  .array(fc.constantFrom('un', 'deux', 'trois', ''), { maxLength: 6 })
  .map((lines) => lines.join('\n'))

test('changes nothing where nothing was typed, and takes over what nobody else touched', () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(mergeNotes(base, base, other)).toBe(other)
      expect(mergeNotes(base, other, base)).toBe(other)
    }),
  )
})

test('loses no line that somebody added', () => {
  fc.assert(
    fc.property(text, fc.nat(6), fc.nat(6), (base, here, there) => {
      const insert = (at: number, line: string) => base.split('\n').toSpliced(at, 0, line).join('\n')
      const lines = mergeNotes(base, insert(here, 'mon ajout'), insert(there, 'leur ajout')).split('\n')
      expect(lines.filter((line) => line === 'mon ajout')).toHaveLength(1)
      expect(lines.filter((line) => line === 'leur ajout')).toHaveLength(1)
    }),
  )
})
