import { expect, test } from 'vitest'
import { createLetterBuffers } from './mailing-deliverer.ts'

test('what was given back is used again, by a letter that fits into it', () => {
  const buffers = createLetterBuffers(2)
  const first = buffers.take(30_000)
  expect(first).toHaveLength(30_000)
  expect(buffers.take(30_000).buffer).not.toBe(first.buffer)
  buffers.giveBack(first)
  expect(buffers.take(90_000).buffer).not.toBe(first.buffer)
  const again = buffers.take(30_500)
  expect(again.buffer).toBe(first.buffer)
  expect(again).toHaveLength(30_500)
})

test('no more is kept than was said', () => {
  const buffers = createLetterBuffers(1)
  const [one, two] = [buffers.take(10), buffers.take(10)]
  buffers.giveBack(one)
  buffers.giveBack(two)
  expect(buffers.take(10).buffer).toBe(one.buffer)
  expect([one.buffer, two.buffer]).not.toContain(buffers.take(10).buffer)
})
