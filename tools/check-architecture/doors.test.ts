import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkDoors } from './doors.ts'

const features = {
  'src/features/agenda/index.ts': "export { listEvents } from './queries.ts'\n",
  'src/features/agenda/queries.ts': 'export const listEvents = () => []\n',
  'src/features/newsletter/index.ts': 'export const newsletter = 1\n',
  'src/features/index.ts': "import { agenda } from './agenda/index.ts'\n",
}

const rulesFor = (path: string, text: string) =>
  checkDoors(createProject({ ...features, [path]: text })).map(
    ({ file, line, rule }) => `${file}:${line} ${rule}`,
  )

test('lets others in by the door', () => {
  expect(rulesFor('src/features/registry/pages.tsx', "import '../agenda/index.ts'")).toEqual([])
  expect(
    rulesFor('src/app.tsx', "import './features/agenda/index.ts'\nimport './features/index.ts'"),
  ).toEqual([])
  expect(rulesFor('src/features/agenda/pages.tsx', "import './queries.ts'")).toEqual([])
})

test('lets others in by the door of a noun', () => {
  const sample = {
    ...features,
    'src/features/agenda/holidays/index.ts': "export { a } from './queries.ts'\n",
    'src/features/agenda/holidays/queries.ts': 'export const a = 1\n',
  }
  const rules = (text: string) =>
    checkDoors(createProject({ ...sample, 'src/features/registry/pages.tsx': text })).map(({ rule }) => rule)
  expect(rules("import '../agenda/holidays/index.ts'")).toEqual([])
  expect(rules("import '../agenda/holidays/queries.ts'")).toEqual(['feature-door'])
})

test('refuses a way round the door to other features, the application and the tools', () => {
  const wrong = [
    'src/features/registry/pages.tsx',
    '../agenda/queries.ts',
    'src/app.tsx',
    './features/agenda/queries.ts',
  ]
  const [feature = '', up = '', app = '', down = ''] = wrong
  expect(rulesFor(feature, `import '${up}'`)).toEqual([`${feature}:1 feature-door`])
  expect(rulesFor(app, `\nimport type { E } from '${down}'`)).toEqual([`${app}:2 feature-door`])
  expect(rulesFor('tools/a.ts', "import '../src/features/agenda/queries.ts'")).toEqual([
    'tools/a.ts:1 feature-door',
  ])
})

test('lets tests and measures look inside', () => {
  expect(rulesFor('test/support/build.ts', "import '../../src/features/agenda/queries.ts'")).toEqual([])
  expect(rulesFor('bench/lists.ts', "import '../src/features/agenda/queries.ts'")).toEqual([])
})

test('holds for the messages and tests of a feature too', () => {
  const sample = { ...features, 'src/features/agenda/messages/fr.json': '{}' }
  const text = "import '../agenda/messages/fr.json'"
  const findings = checkDoors(createProject({ ...sample, 'src/features/registry/a.test.ts': text }))
  expect(findings.map(({ rule }) => rule)).toEqual(['feature-door'])
})

test('lets no feature use one that composes the others, nor the list of features', () => {
  const path = 'src/features/registry/commands.ts'
  const text = "import '../newsletter/index.ts'\nimport '../index.ts'"
  expect(rulesFor(path, text)).toEqual([`${path}:1 composing-feature`, `${path}:2 feature-list`])
  expect(rulesFor('src/features/newsletter/issues.ts', "import '../agenda/index.ts'")).toEqual([])
})

test('keeps doors short and explicit', () => {
  const path = 'src/features/calls/index.ts'
  const line = "export { a } from './api.ts'\n"
  const sample = { 'src/features/calls/api.ts': 'export const a = 1\n' }
  const found = (text: string) =>
    checkDoors(createProject({ ...sample, [path]: text })).map(({ rule }) => rule)
  expect(found(line.repeat(20))).toEqual([])
  expect(found(line.repeat(21))).toEqual(['door-size'])
  expect(found("export * from './api.ts'\n")).toEqual(['door-lists'])
})
