import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkLayers } from './layers.ts'

const files = [
  'src/app.tsx',
  'src/features/agenda/index.ts',
  'src/ui/field.tsx',
  'src/platform/context.ts',
  'islands/map.tsx',
  'test/support/open-test-app.ts',
  'tools/setup/setup.ts',
  'bench/pages.ts',
  'data/themes.json',
]

/** For each importer, the imports that the check refuses, one file after another. */
function refusedFrom(importer: string): string[] {
  const up = '../'.repeat(importer.split('/').length - 1)
  const others = files.filter((file) => file !== importer)
  const sample = Object.fromEntries(others.map((file) => [file, '{}']))
  const text = others.map((file) => `import '${up || './'}${file}'`).join('\n')
  const findings = checkLayers(createProject({ ...sample, [importer]: text }))
  return findings.map(({ line }) => others[line - 1] ?? '')
}

const outside = ['test/support/open-test-app.ts', 'tools/setup/setup.ts', 'bench/pages.ts']

test('lets each layer import only what lies beneath it', () => {
  expect(refusedFrom('src/main.ts')).toEqual(['islands/map.tsx', ...outside])
  expect(refusedFrom('src/features/agenda/pages.tsx')).toEqual(['src/app.tsx', ...outside])
  expect(refusedFrom('src/ui/table.tsx')).toEqual(['src/app.tsx', 'src/features/agenda/index.ts', ...outside])
  expect(refusedFrom('src/platform/database/pool.ts')).toEqual([
    'src/app.tsx',
    'src/features/agenda/index.ts',
    'src/ui/field.tsx',
    'islands/map.tsx',
    ...outside,
  ])
})

test('lets islands import islands alone', () => {
  expect(refusedFrom('islands/drag.ts')).toEqual(files.filter((file) => file !== 'islands/map.tsx'))
})

test('lets tests see everything, tools and measures the source', () => {
  expect(refusedFrom('test/e2e/visit.test.ts')).toEqual([])
  expect(refusedFrom('tools/check.ts')).toEqual(['test/support/open-test-app.ts', 'bench/pages.ts'])
  expect(refusedFrom('bench/search.ts')).toEqual([])
})

test('lets a test beside the code use the support of the tests, and no higher layer', () => {
  expect(refusedFrom('src/ui/table.test.tsx')).toEqual([
    'src/app.tsx',
    'src/features/agenda/index.ts',
    'tools/setup/setup.ts',
    'bench/pages.ts',
  ])
})

test('sees imports of types', () => {
  const sample = { 'src/ui/a.ts': '', 'src/platform/b.ts': "import type { A } from '../ui/a.ts'" }
  expect(checkLayers(createProject(sample))).toHaveLength(1)
})

test('finds files named without their ending or by what they are built to', () => {
  const text = "import '../ui/a'\nimport '../ui/a.js'\nimport '../ui/b'\nimport '../ui/c.js'"
  const sample = { 'src/ui/a.ts': '', 'src/ui/b/index.tsx': '', 'src/platform/c.ts': text }
  expect(checkLayers(createProject(sample)).map(({ line, rule }) => [line, rule])).toEqual([
    [1, 'layers'],
    [2, 'layers'],
    [3, 'layers'],
    [4, 'import-resolves'],
  ])
})

test('leaves packages aside', () => {
  const text = "import 'node:fs'\nimport 'preact'\nimport '@fastify/static'"
  expect(checkLayers(createProject({ 'src/platform/a.ts': text }))).toEqual([])
})

test('refuses names that hide where they lead', () => {
  const text = "import '#platform/a.ts'\nimport '~/a.ts'\nimport '@/a.ts'\nimport 'src/ui/a.ts'"
  const findings = checkLayers(createProject({ 'src/ui/b.ts': text }))
  expect(findings.map(({ line, rule }) => `${line} ${rule}`)).toEqual(
    [1, 2, 3, 4].map((line) => `${line} import-alias`),
  )
})
