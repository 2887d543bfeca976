import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkFolders } from './folders.ts'

const foldersOf = (...paths: string[]) =>
  checkFolders(createProject(Object.fromEntries(paths.map((path) => [path, 'x()'])))).map(
    ({ file, rule }) => [rule, file],
  )
const polls = ['index.ts', 'queries.ts', 'commands.ts'].map((file) => `src/features/agenda/polls/${file}`)

test('accepts a folder of three files', () => {
  expect(foldersOf(...polls)).toEqual([])
})

test('refuses one of two, its tests and its README apart', () => {
  expect(
    foldersOf(
      ...polls,
      'src/features/agenda/polls/votes/commands.ts',
      'src/features/agenda/polls/votes/README.md',
      'src/features/agenda/polls/votes/votes.test.ts',
    ),
  ).toEqual([['few-files', 'src/features/agenda/polls/votes']])
})

test('refuses what lies three folders below its feature, in an engine four', () => {
  const deep = (path: string) => ['a.ts', 'b.ts', 'c.ts'].map((file) => `${path}/${file}`)
  expect(foldersOf(...deep('src/features/agenda/polls/votes'))).toEqual([])
  expect(foldersOf(...deep('src/features/agenda/polls/votes/late')).map(([rule]) => rule)).toEqual([
    'deep',
    'deep',
    'deep',
  ])
  expect(foldersOf(...deep('src/features/imports/understanding/ties/groups'))).toEqual([])
  expect(foldersOf(...deep('src/features/imports/understanding/ties/groups/x'))).toHaveLength(3)
})
