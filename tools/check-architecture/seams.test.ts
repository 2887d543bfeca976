import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkSeams } from './seams.ts'

const found = (path: string, text: string) =>
  checkSeams(createProject({ [path]: text })).map(({ line, rule }) => `${line} ${rule}`)

test.each([
  'x as Y',
  'x!.y',
  '<Y>x',
  'let x!: Y',
  'class A { x!: Y }',
  '// @ts-ignore\nx()',
  '// @ts-expect-error\nx()',
])('refuses %s in the code and in the tools', (text) => {
  expect(found('src/features/agenda/commands.ts', text)).toEqual(['1 type-assertion'])
  expect(found('tools/a.ts', text)).toEqual(['1 type-assertion'])
})

test('lets tests and the seams of the platform assert', () => {
  expect(found('src/features/agenda/commands.test.ts', 'x as Y\nx!.y')).toEqual([])
  expect(found('test/support/build.ts', 'x as Y\nx!.y')).toEqual([])
  expect(
    found('src/platform/database/pool.ts', 'x as Y\nx!.y\n// @ts-expect-error wrong in the package\ny()'),
  ).toEqual([])
})

test('accepts constants, proofs and renamed imports', () => {
  const text =
    "const a = [1] as const\nconst b = {} satisfies B\nimport { c as d } from 'c'\nexport { d as e }\nif (!x) y()"
  expect(found('src/ui/a.ts', text)).toEqual([])
})

test('refuses any everywhere', () => {
  expect(found('src/platform/a.ts', 'let x: any')).toEqual(['1 no-any'])
  expect(found('src/platform/a.test.ts', 'let x: Record<string, any>')).toEqual(['1 no-any'])
  expect(found('src/ui/a.ts', '\nlet x = y as any')).toEqual(['2 type-assertion', '2 no-any'])
})

test('leaves generated files aside', () => {
  expect(found('src/ui/a.generated.ts', 'x as any')).toEqual([])
})
