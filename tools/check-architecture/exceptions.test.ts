import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { listOf, withoutExceptions } from './exceptions.ts'

const finding = (file: string) => ({ file, line: 1, rule: 'deep', message: 'too deep' })
const list = '# Files too deep.\n\n# Others name them.\nsrc/old.ts\nsrc/mended.ts\n'
const project = createProject({ [listOf('deep')]: list })

test('what was there before a rule is let be, what is new is not', () => {
  const found = withoutExceptions(project, 'deep', [
    finding('src/old.ts'),
    finding('src/new.ts'),
    finding('src/mended.ts'),
  ])
  expect(found).toEqual([finding('src/new.ts')])
})

test('a line that is no longer an exception is refused', () => {
  expect(withoutExceptions(project, 'deep', [finding('src/old.ts')])).toEqual([
    {
      file: listOf('deep'),
      line: 5,
      rule: 'deep',
      message: 'src/mended.ts keeps to the rule now: take its line out',
    },
  ])
})

test('a rule without a list has no exceptions', () => {
  expect(withoutExceptions(createProject({}), 'deep', [finding('src/a.ts')])).toHaveLength(1)
})

test('an exception without a reason is refused, also in the second block of a list', () => {
  const reasons = '# Files too deep.\n\nsrc/old.ts\n\n# Others name it.\nsrc/named.ts\n\nsrc/new.ts\n'
  const found = withoutExceptions(
    createProject({ [listOf('deep')]: reasons }),
    'deep',
    ['src/old.ts', 'src/named.ts', 'src/new.ts'].map(finding),
  )
  expect(found).toEqual(
    [3, 8].map((line) => ({
      file: listOf('deep'),
      line,
      rule: 'deep',
      message: 'say above it why it is one',
    })),
  )
})
