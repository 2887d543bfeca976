import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { listOf, withoutExceptions } from './exceptions.ts'

const finding = (file: string) => ({ file, line: 1, rule: 'deep', message: 'too deep' })
const project = createProject({ [listOf('deep')]: '# why\nsrc/old.ts\nsrc/mended.ts\n' })

test('what was there before a rule is let be, what is new is not', () => {
  const found = withoutExceptions(project, 'deep', [
    finding('src/old.ts'),
    finding('src/new.ts'),
    finding('src/mended.ts'),
  ])
  expect(found).toEqual([finding('src/new.ts')])
})

test('a line that is an exception no more is refused', () => {
  expect(withoutExceptions(project, 'deep', [finding('src/old.ts')])).toEqual([
    {
      file: listOf('deep'),
      line: 3,
      rule: 'deep',
      message: 'src/mended.ts keeps to the rule now: take its line out',
    },
  ])
})

test('a rule without a list has no exceptions', () => {
  expect(withoutExceptions(createProject({}), 'deep', [finding('src/a.ts')])).toHaveLength(1)
})
