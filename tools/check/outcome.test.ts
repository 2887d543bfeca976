import { expect, test } from 'vitest'
import { resultTable, timed, toOutcome } from './outcome.ts'

test('times a check and keeps what it came to', async () => {
  const result = await timed({ name: 'a', run: async () => ({ findings: 2, output: 'x' }) })
  expect(result).toEqual({ name: 'a', findings: 2, output: 'x', seconds: expect.any(Number) })
})

test('takes a check that breaks for one that found something', async () => {
  const result = await timed({ name: 'a', run: () => Promise.reject(new Error('no such file')) })
  expect(result).toMatchObject({ findings: 1, output: 'a broke: no such file' })
})

test('says one line a finding', () => {
  const finding = { file: 'src/a.ts', line: 3, rule: 'clock', message: 'no' }
  expect(toOutcome([finding, finding])).toEqual({
    findings: 2,
    output: 'src/a.ts:3 clock: no\nsrc/a.ts:3 clock: no',
  })
})

test('sets the results in columns', () => {
  const results = [
    { name: 'types', seconds: 12.34, findings: 0, output: '' },
    { name: 'architecture', seconds: 0.5, findings: 12, output: '' },
  ]
  expect(resultTable(results).split('\n')).toEqual([
    'check         seconds  findings',
    'types            12.3         0',
    'architecture      0.5        12',
  ])
})
