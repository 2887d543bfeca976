import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { runRoot } from './run-root.ts'

test('what is temporary goes where somebody says, and never where there is no such place', () => {
  expect(runRoot({ TMPDIR: '/somewhere' })).toBe(tmpdir())
  expect(runRoot({}, '/no/such/place')).toBe(tmpdir())
  // Nothing can be written there.
  expect(runRoot({}, '/proc')).toBe(tmpdir())
})
