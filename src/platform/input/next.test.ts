import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNext } from './next.ts'

test('goes on to pages of this site', () => {
  for (const path of ['/fr', '/ko/france-coree/cooperations?theme=culture&page=2', '/fr/x?q=%ED%95%9C#a'])
    expect(readNext(path)).toBe(path)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/%2f%2fevil.example',
  '/%2F/evil.example',
  '/fr%2f%2fevil.example',
  '/fr/%5cevil.example',
  '/%252f%252fevil.example',
  '/fr\t//evil.example',
  '/fr\r\nSet-Cookie: a=b',
  '/fr%0d%0aSet-Cookie: a=b',
  '/fr/%E2%80%AE',
  '/ fr',
  '/@evil.example',
  '/.evil.example',
  '',
  '/',
  `/${'a'.repeat(600)}`,
  '/fr/%',
])('goes nowhere else: %s', (given) => {
  expect(readNext(given)).toBeNull()
})

test('whatever it lets through stays on this site, as a browser reads it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (rest) => {
      const next = readNext(`/${rest}`)
      return next === null || new URL(next, 'https://own.example').origin === 'https://own.example'
    }),
  )
})
