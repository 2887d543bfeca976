import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkSizes, measureSizes } from './sizes.ts'

const ofSizes = (sizes: number[], prefix = 'src/ui/part') =>
  createProject(
    Object.fromEntries(sizes.map((lines, index) => [`${prefix}-${index}.ts`, 'x()\n'.repeat(lines)])),
  )

test('accepts a house of small files', () => {
  expect(checkSizes(ofSizes([10, 20, 60, 200, 200, 200, 220, 240, 250, 450]))).toEqual([])
})

test('refuses a file above 450 lines', () => {
  expect(checkSizes(ofSizes([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 451])).map(({ file }) => file)).toEqual([
    'src/ui/part-10.ts',
  ])
})

test('refuses a house whose files are long on the whole', () => {
  expect(checkSizes(ofSizes([10, 10, 10, 10, 10, 10, 10, 10, 251, 251]))).toHaveLength(1)
})

test('leaves generated, data and message files aside', () => {
  const long = '\n'.repeat(500)
  const paths = [
    'src/a.generated.ts',
    'data/a.ts',
    'tools/a/data/b.ts',
    'src/a.data.ts',
    'src/ui/messages/fr.json',
  ]
  expect(checkSizes(createProject(Object.fromEntries(paths.map((path) => [path, long]))))).toEqual([])
})

test('reports its figures', () => {
  expect(measureSizes(ofSizes([1, 2, 3, 4, 5, 6, 7, 8, 9, 30]))).toEqual({
    files: 10,
    median: 5,
    ninetieth: 9,
    largest: 30,
  })
})
