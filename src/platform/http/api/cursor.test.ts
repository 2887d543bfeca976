import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { placeText, readCursor, writeCursor } from './cursor.ts'

const place = z.tuple([placeText, z.uuid()])

describe('a cursor', () => {
  test('gives back the place that it was written for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 100 }).filter((text) => !text.includes('\0')),
        fc.uuid(),
        (text, id) => {
          expect(readCursor(place, writeCursor([text, id]))).toEqual([text, id])
        },
      ),
    )
  })

  test.each([
    'garbage',
    '',
    '%00',
    writeCursor(['a']),
    writeCursor(['a\0', '018cc251-f400-73d5-bfa2-8c25caa51ed2']),
    writeCursor({}),
  ])('that no list gave is wrong input: %j', (cursor) => {
    expect(() => readCursor(place, cursor)).toThrow(
      'cursor is not one that this list gave with these parameters',
    )
  })
})
