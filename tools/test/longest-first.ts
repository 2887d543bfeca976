import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest-runner/node'

/** Tests that take long for the size of their file: by its size each would start last, and end alone while other processors have nothing. */
export const long: readonly string[] = [
  'tools/score-readings/readings.test.ts',
  'test/policies/policies.test.ts',
  'src/features/contributions/editing/untouched.test.ts',
  'src/features/practices/proposals/find-practices.test.ts',
  'test/e2e/new-group.test.ts',
  'test/e2e/tasks.test.ts',
  'test/operations/poisoned-text.test.ts',
  'test/operations/killed.test.ts',
  'test/operations/mail.test.ts',
  'test/operations/full-disk.test.ts',
]

/** Starts in each project with the tests that take long, then, as vitest does, with the largest files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project.name))]
    const rank = ({ project, moduleId }: TestSpecification) =>
      2 * projects.indexOf(project.name) + (long.includes(relative(process.cwd(), moduleId)) ? 0 : 1)
    return sorted.toSorted((one, other) => rank(one) - rank(other))
  }
}
