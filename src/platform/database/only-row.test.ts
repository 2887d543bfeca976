import { expect, test } from 'vitest'
import { onlyRow } from './only-row.ts'

test('a statement that always answers one row is at fault if it answers none, or two', () => {
  expect(onlyRow([{ count: 0 }])).toEqual({ count: 0 })
  expect(() => onlyRow([])).toThrow('answered 0')
  expect(() => onlyRow([{ count: 1 }, { count: 2 }])).toThrow('answered 2')
})
