import { expect, test } from 'vitest'
import { holdFor, signMoment } from './likely-spam.ts'

const now = 1_800_000_000_000
const sent = {
  texts: ['La convention date de 2016 et non de 2015.', 'https://ville.example/conventions'],
  trap: '',
  begun: signMoment('secret', now - 60_000),
  repeated: 0,
  isCrowd: false,
}
const held = (given: Partial<typeof sent>) => holdFor({ ...sent, ...given }, 'secret', now)

test('lets through what a person sends', () => {
  expect(held({})).toBeNull()
  expect(held({ texts: ['2015년이 아니라 2016년입니다.', ''] })).toBeNull()
})

test('holds what fills in the hidden field, what comes at once, and what bears no moment of ours', () => {
  expect(held({ trap: 'http://x.example' })).toBe('trap')
  expect(held({ begun: signMoment('secret', now - 500) })).toBe('fast')
  expect(held({ begun: signMoment('another secret', now - 60_000) })).toBe('fast')
  expect(held({ begun: '' })).toBe('fast')
  expect(held({ begun: signMoment('secret', now - 2 * 86_400_000) })).toBe('fast')
})

test('holds what is full of links, what came before, and what comes in a crowd', () => {
  expect(held({ texts: ['http://a.example http://b.example', 'www.c.example'] })).toBe('links')
  expect(held({ repeated: 1 })).toBe('repeated')
  expect(held({ isCrowd: true })).toBe('crowd')
})
