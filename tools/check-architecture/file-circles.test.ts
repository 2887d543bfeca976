import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkFileCircles } from './file-circles.ts'

/** Makes files that use each other: `{ a: ['b'] }`. */
const circlesOf = (uses: Record<string, string[]>) =>
  checkFileCircles(
    createProject(
      Object.fromEntries(
        Object.entries(uses).map(([file, others]) => [
          `src/ui/${file}.ts`,
          `${others.map((other) => `import type { X } from './${other}.ts'`).join('\n')}\nexport const x = 1`,
        ]),
      ),
    ),
  ).map(({ file }) => file)

test('accepts files that use each other in one direction', () => {
  expect(circlesOf({ a: ['b', 'c'], b: ['c'], c: [] })).toEqual([])
})

test('refuses every file of a circle, of types too, and nobody beside it', () => {
  expect(circlesOf({ start: ['a'], a: ['b'], b: ['c'], c: ['a', 'end'], end: [] }).toSorted()).toEqual([
    'src/ui/a.ts',
    'src/ui/b.ts',
    'src/ui/c.ts',
  ])
})
