import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkExpressions, judged, keyOf, verdictsFile } from './check-expressions.ts'
import { listExpressions } from './expressions.ts'

const read = (text: string, path = 'src/features/agenda/day.ts') =>
  listExpressions(createProject({ [path]: text })).map(
    ({ source, flags, line }) => `${line} /${source}/${flags}`,
  )

test('reads literals, and what a file writes out for RegExp', () => {
  expect(
    read('const a = /b+/u\nconst word = `c|d`\nnew RegExp(`^(?:${word})$`, "gu")\nnew RegExp(a.source)'),
  ).toEqual(['1 /b+/u', '3 /^(?:c|d)$/gu', '4 /b+/'])
  expect(read('new RegExp(given)')).toEqual([])
  expect(read('/a/', 'src/a.test.ts')).toEqual([])
})

const rules = (text: string, verdicts = '', path = 'src/features/agenda/day.ts') =>
  checkExpressions(createProject({ [path]: text, [verdictsFile]: verdicts })).map(
    ({ rule, line }) => `${line} ${rule}`,
  )

test('refuses what is exponential, and lets through what is not', () => {
  expect(rules('/^(?:[a-z]{2,6} ?|and)*$/')).toEqual(['1 expression-exponential'])
  expect(rules('/^[a-z]+(?: [a-z]+)*$/')).toEqual([])
})

test('refuses what takes the square where nothing says that what it reads is short', () => {
  expect(rules('/a+a+b/', '', 'src/serve.ts')).toEqual(['1 expression-unbounded'])
  expect(rules('/a+a+b/')).toEqual([])
})

test('judges anew only what is new: a verdict belongs to text and flags', () => {
  const looked: string[] = []
  const project = (flags: string) =>
    createProject({
      'src/a.ts': `/(a|a)*b/${flags}`,
      [verdictsFile]: `${keyOf({ source: '(a|a)*b', flags: 'u' })} safe\n`,
    })
  const judge = ({ source, flags }: { source: string; flags: string }) => {
    looked.push(`${source} ${flags}`)
    return 'safe' as const
  }
  checkExpressions(project('u'), judge)
  expect(looked).toEqual([])
  checkExpressions(project('i'), judge)
  expect(looked).toEqual(['(a|a)*b i'])
})

test('finds fault with having read nothing', () => {
  expect(rules('const a = 1')).toEqual(['1 nothing-read'])
})

test('finds those that stopped the server', () => {
  const old = { file: '', line: 1, flags: 'u' }
  expect(judged({ ...old, source: '^(?:[가-힣]{2,6} ?|[,·및와과\\s]|\\([^)]*\\))*$' })).toBe('exponential')
  expect(judged({ ...old, source: '^(?:[,;]|et|depuis|de|puis|, | )*$' })).toBe('exponential')
})
