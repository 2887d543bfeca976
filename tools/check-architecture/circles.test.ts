import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkCircles } from './circles.ts'

/** Makes features that use each other: `{ agenda: ['people'] }`. */
function circlesOf(uses: Record<string, string[]>, file = 'commands.ts') {
  const sample = Object.entries(uses).flatMap(([feature, others]) => [
    [`src/features/${feature}/index.ts`, ''],
    [
      `src/features/${feature}/${file}`,
      others.map((other) => `import type { X } from '../${other}/index.ts'`).join('\n'),
    ],
  ])
  return checkCircles(createProject(Object.fromEntries(sample))).map(({ file, line, message }) => [
    file,
    line,
    message,
  ])
}

test('accepts features that use each other in one direction', () => {
  expect(circlesOf({ agenda: ['people', 'networks'], networks: ['people'], people: [] })).toEqual([])
})

test('refuses two features that use each other', () => {
  expect(circlesOf({ agenda: ['people'], people: ['agenda'] })).toEqual([
    ['src/features/people/commands.ts', 1, 'features meet in a circle: agenda → people → agenda'],
  ])
})

test('finds a longer circle that does not start where the search does', () => {
  const uses = {
    agenda: ['calls'],
    calls: ['people', 'directory'],
    directory: ['registry'],
    registry: ['calls'],
    people: [],
  }
  expect(circlesOf(uses).map(([, , message]) => message)).toEqual([
    'features meet in a circle: calls → directory → registry → calls',
  ])
})

test('leaves tests aside: they open the whole application', () => {
  expect(circlesOf({ agenda: ['people'], people: ['agenda'] }, 'commands.test.ts')).toEqual([])
})
