import { writeFileSync } from 'node:fs'
import type { SerializedError } from 'vitest'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { Tally } from './tally.ts'

/** Counts a run of vitest into a file, so that several runs end in one line, and names what was skipped or failed. */
export class TallyReporter implements Reporter {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const tally: Tally = {
      passed: 0,
      failed: unhandledErrors.length,
      skipped: 0,
      failures: unhandledErrors.map((error) => `outside of tests: ${firstLine([error])}`),
    }
    const skipped: TestCase[] = []
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      const outcomes = tests.map(outcomeOf)
      for (const outcome of outcomes) tally[outcome]++
      // A file that does not load has no test to fail.
      if (!module.ok() && !outcomes.includes('failed')) {
        tally.failed++
        tally.failures.push(`${placeOf(module)}: ${firstLine(module.errors())}`)
      }
      tally.failures.push(...tests.filter((_, index) => outcomes[index] === 'failed').map(failedLine))
      skipped.push(...tests.filter((_, index) => outcomes[index] === 'skipped'))
    }
    for (const test of skipped) console.log(skippedLine(test))
    writeFileSync(this.#file, JSON.stringify(tally))
  }
}

// A test that was never reached, because what it needs broke, was not skipped on purpose.
function outcomeOf(test: TestCase): 'passed' | 'failed' | 'skipped' {
  const { state } = test.result()
  if (state === 'passed' || state === 'failed') return state
  const isMeant = test.options.mode === 'skip' || test.options.mode === 'todo' || noteOf(test) !== undefined
  return isMeant ? 'skipped' : 'failed'
}

function skippedLine(test: TestCase): string {
  const note = noteOf(test)
  return `skipped: ${placeOf(test.module)}: ${test.fullName}${note ? ` (${note})` : ''}`
}

function failedLine(test: TestCase): string {
  return `${placeOf(test.module)}: ${test.fullName}: ${firstLine(test.result().errors ?? test.module.errors())}`
}

const placeOf = ({ project, relativeModuleId }: TestModule) => `${project.name}, ${relativeModuleId}`

function firstLine(errors: readonly { message: string }[]): string {
  return errors[0]?.message.split('\n')[0] ?? 'never reached'
}

function noteOf(test: TestCase): string | undefined {
  const result = test.result()
  return result.state === 'skipped' ? result.note : undefined
}
