import { expect, test } from 'vitest'
import { amountToType, readAmount } from './amount.ts'

test.each([
  ['120 000', '120000.00'],
  ['120 000,5', '120000.50'],
  ['1.200.000,75', '1200000.75'],
  ['1,200,000.75', '1200000.75'],
  ['1,200', '1200.00'],
  ['0012', '12.00'],
  ['0', '0.00'],
  ["1'000", '1000.00'],
])('%s is %s', (typed, amount) => {
  expect(readAmount(typed)).toBe(amount)
})

test.each(['', '-5', '12 ou 13', '1,2,3', '12e6', '1234567890123', '12.345.6', 'Infinity'])(
  '%s is no amount',
  (typed) => {
    expect(readAmount(typed)).toBeNull()
  },
)

test('an amount is shown so that it reads back as the same', () => {
  for (const amount of ['120000.50', '120000.00', '0.00'])
    expect(readAmount(amountToType(amount))).toBe(amount)
})
