import { expect, test } from 'vitest'
import { withFirst, writeDay } from './formatters.ts'

const whole = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const

test('the first of a month is « 1er » in French, and in no other language', () => {
  expect(writeDay('fr', '2017-10-01', whole)).toBe('dimanche 1er octobre 2017')
  expect(writeDay('fr', '2017-09-01', { weekday: 'short', day: 'numeric', month: 'short' })).toBe(
    'ven. 1er sept.',
  )
  expect(writeDay('en', '2017-10-01', whole)).toBe('Sunday, 1 October 2017')
  expect(writeDay('ko', '2017-10-01', whole)).toBe('2017년 10월 1일 일요일')
})

test('no other day is, nor the first figure of an hour', () => {
  for (const day of ['11', '21', '31'])
    expect(writeDay('fr', `2017-10-${day}`, whole)).toContain(` ${day} octobre`)
  expect(withFirst('fr', '1–3 oct.')).toBe('1er–3 oct.')
  expect(withFirst('fr', '30 sept.–1 oct.')).toBe('30 sept.–1er oct.')
  expect(withFirst('fr', '12 oct. 2017, 01:00')).toBe('12 oct. 2017, 01:00')
})
