import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkArchitecture } from './check-architecture.ts'

const found = (files: Record<string, string>) =>
  checkArchitecture(createProject(files)).map(({ rule }) => rule)

test('fails when it read no module of the source', () => {
  expect(found({})).toEqual(['nothing-read'])
  expect(found({ 'tools/a.ts': 'export const a = 1\n' })).toEqual(['nothing-read'])
})

test('fails when a module does not parse', () => {
  expect(checkArchitecture(createProject({ 'src/a.ts': 'let a = 1\nlet b = = 2\n' }))).toMatchObject([
    { file: 'src/a.ts', line: 2, rule: 'syntax' },
  ])
})

test('runs every rule over the project', () => {
  const files = {
    'src/platform/a.ts': "import '../ui/utils.ts'\nDate.now()\n// TODO\nexport default 1\n",
    'src/ui/utils.ts': 'x as Y\n',
    'src/features/agenda/index.ts': "import '../calls/index.ts'\nimport '../calls/queries.ts'\n",
    'src/features/agenda/pages.tsx': "import './views/part.tsx'\n",
    'src/features/agenda/views/part.tsx': 'export const Part = 1\n',
    'src/features/agenda/polls/votes/late/request.ts': "import './late.ts'\nreply.code(422)\n",
    'src/features/agenda/polls/votes/late/late.ts': "import './request.ts'\n",
    'src/features/agenda/README.md': '[x](y.md)',
    'src/features/calls/index.ts': "import '../agenda/index.ts'\n",
    'src/features/calls/README.md': 'Calls.',
    'src/features/calls/queries.ts': "db.deleteFrom('calls_call')\n",
    'src/long.ts': 'x()\n'.repeat(451),
  }
  expect(new Set(found(files))).toEqual(
    new Set([
      'layers',
      'feature-door',
      'feature-circle',
      'refused-name',
      'queries-read',
      'named-export',
      'clock',
      'type-assertion',
      'promise-address',
      'size',
      'few-files',
      'deep',
      'file-circle',
      'hand-made-form',
      'piece-by-hand',
      'sole-user',
      'document-link',
    ]),
  )
})

test('says nothing of a clean project', () => {
  expect(
    found({ 'src/main.ts': "import './platform/a.ts'\n", 'src/platform/a.ts': 'export const a = 1\n' }),
  ).toEqual([])
})
