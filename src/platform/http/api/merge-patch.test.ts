import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedPointers, type Json } from './json.ts'
import { applyMergePatch } from './merge-patch.ts'

// The examples of RFC 7396, appendix A.
test.each<[Json, Json, Json]>([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])('%j patched by %j is %j', (target, patch, result) => {
  expect(applyMergePatch(target, patch)).toEqual(result)
})

const json = fc.jsonValue({ maxDepth: 4 }).map((value): Json => JSON.parse(JSON.stringify(value)))

test('applying a patch twice changes nothing more', () => {
  fc.assert(
    fc.property(json, json, (target, patch) => {
      const once = applyMergePatch(target, patch)
      expect(applyMergePatch(once, patch)).toEqual(once)
    }),
  )
})

test('what is the same has no pointers, and what differs has some', () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      expect(changedPointers(before, before)).toEqual([])
      if (changedPointers(before, after).length === 0) expect(after).toEqual(before)
    }),
  )
})

test('pointers lead to the smallest thing that differs', () => {
  const before = { a: [{ b: 1, c: 2 }], 'd/e': { f: 'x' }, g: [1] }
  const after = { a: [{ b: 1, c: 3 }], 'd/e': { f: 'y' }, g: [1, 2] }
  expect(changedPointers(before, after)).toEqual(['/a/0/c', '/d~1e/f', '/g'])
})
