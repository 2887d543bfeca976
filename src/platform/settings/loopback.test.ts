import { expect, test } from 'vitest'
import { isLoopback } from './loopback.ts'

test.each([
  'localhost',
  'LOCALHOST',
  'entente.localhost',
  '127.0.0.1',
  '127.255.255.254',
  '::1',
  '[::1]',
  '0:0:0:0:0:0:0:1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '[::ffff:127.0.0.1]',
])('%s is this machine', (host) => {
  expect(isLoopback(host)).toBe(true)
})

test.each([
  '',
  'localhost.example',
  'mylocalhost',
  '127.999.1.1',
  '127.0.0.1.example',
  '127.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '0.0.0.0',
  '10.0.0.1',
  '::',
  '::2',
  '1::1',
  '::ffff:128.0.0.1',
  '::127.0.0.1',
])('%s is not', (host) => {
  expect(isLoopback(host)).toBe(false)
})
