import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkVocabulary } from './vocabulary.ts'

const feature = {
  'src/features/agenda/README.md': '`holidays.ts` knows the days off.',
  'src/features/agenda/index.ts': 'export {}',
}

const rulesFor = (files: Record<string, string>, emptyFolders: string[] = []) =>
  checkVocabulary(createProject({ ...feature, ...files }, emptyFolders)).map(
    ({ file, rule }) => `${file} ${rule}`,
  )

const one = (path: string, text = 'export {}') => rulesFor({ [path]: text })

test('accepts a feature made of the vocabulary, its subjects and its tests', () => {
  const names = [
    'pages.tsx',
    'api.ts',
    'paths.ts',
    'schema.ts',
    'policy.ts',
    'queries.ts',
    'commands.ts',
    'jobs.ts',
  ]
  const more = [
    'cli.ts',
    'holidays.ts',
    'holidays.test.ts',
    'views/day-page.tsx',
    'mails/call.tsx',
    'messages/ko.json',
  ]
  const files = [...names, ...more].map((name) => [`src/features/agenda/${name}`, 'export {}'])
  expect(rulesFor(Object.fromEntries(files))).toEqual([])
})

test('accepts the same vocabulary in a noun inside a feature', () => {
  expect(one('src/features/agenda/events/queries.ts')).toEqual([])
  expect(one('src/features/agenda/events/views/event-page.tsx')).toEqual([])
  expect(one('src/features/agenda/events/holidays.ts')).toEqual([])
})

test('knows what reads and what changes by its suffix, and a subject by any other name', () => {
  for (const file of ['relay.queries.ts', 'closing.commands.ts', 'stating.pages.tsx', 'dormancy.ts'])
    expect(one(`src/features/agenda/events/${file}`)).toEqual([])
})

test('refuses files outside the vocabulary', () => {
  expect(one('src/features/agenda/style.css')).toEqual(['src/features/agenda/style.css vocabulary'])
  expect(one('src/features/agenda/messages/de.json')).toEqual([
    'src/features/agenda/messages/de.json vocabulary',
  ])
  expect(one('src/features/agenda/views/parts/a.tsx')).toEqual([
    'src/features/agenda/views/parts/a.tsx vocabulary',
  ])
})

test('asks every feature for a door and a README', () => {
  expect(one('src/features/calls/api.ts')).toEqual([
    'src/features/calls/README.md vocabulary',
    'src/features/calls/index.ts vocabulary',
  ])
})

test.each([
  'src/platform/utils.ts',
  'islands/common/a.ts',
  'tools/date-helpers.ts',
  'test/types.ts',
  'src/ui/mail-service.ts',
])('refuses %s, which names no noun', (path) => expect(one(path)).toEqual([`${path} refused-name`]))

test('accepts words that only look like refused ones', () => {
  expect(one('src/platform/communes.ts')).toEqual([])
  expect(one('src/platform/prototypes.ts')).toEqual([])
})

test('asks for kebab-case', () => {
  expect(one('src/ui/eventPage.tsx')).toEqual(['src/ui/eventPage.tsx kebab-case'])
  expect(one('src/ui/Field/field.tsx')).toEqual(['src/ui/Field/field.tsx kebab-case'])
  expect(one('src/platform/database/schema.generated.ts')).toEqual([])
  expect(one('src/platform/README.md')).toEqual([])
})

test('refuses what is empty', () => {
  expect(one('docs/guides/start.md', ' \n')).toEqual(['docs/guides/start.md empty'])
  expect(rulesFor({}, ['src/ui/styles', 'bench', 'elsewhere'])).toEqual([
    'src/ui/styles empty',
    'bench empty',
  ])
})
