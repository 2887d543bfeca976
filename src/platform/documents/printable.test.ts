import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printable, withBoxes } from './printable.ts'

describe('printable', () => {
  it('leaves plain text and no-break spaces as they are', () => {
    const text = 'Évian – 무주군\u00a0: 1\u202f000'
    expect(printable({ deep: [{ text }] })).toEqual({ deep: [{ text }] })
  })

  it('makes one space of line ends and tabs, and nothing of control and invisible characters', () => {
    expect(printable('a\r\nb\tc\u2028d')).toBe('a b c d')
    expect(printable('a\u0000b\u0007c\u00add\u200be\ufefff\uffffg\u202eh')).toBe('abcdefgh')
  })

  it('replaces half of a surrogate pair', () => {
    expect(printable('a\ud800b')).toBe('a\ufffdb')
  })

  it('never lets a text through that another pass would change, nor one longer than 20,000 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = printable(text.repeat(110))
        expect(printable(once)).toBe(once)
        expect(once.length).toBeLessThanOrEqual(20_000)
      }),
      { numRuns: 50 },
    )
  })
})

describe('withBoxes', () => {
  it('shows a box for each missing character and keeps the others', () => {
    expect(withBoxes({ name: 'a中b😀' }, new Set(['中', '😀']))).toEqual({ name: 'a□b□' })
  })
})
