import { writeFileSync } from 'node:fs'
import type { SerializedError } from 'vitest'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { Tally } from './tally.ts'

/** Counts a run of vitest into a file, so that several runs end in one line. */
export class TallyReporter implements Reporter {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const tally: Tally = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
    for (const module of modules) {
      const counted = [...module.children.allTests()].map(outcomeOf)
      for (const outcome of counted) tally[outcome]++
      // A file that does not load has no test to fail.
      if (!module.ok() && !counted.includes('failed')) tally.failed++
    }
    writeFileSync(this.#file, JSON.stringify(tally))
  }
}

// A test that was never reached, because what it needs broke, has not been skipped by anybody.
function outcomeOf(test: TestCase): keyof Tally {
  const { state } = test.result()
  if (state === 'passed' || state === 'failed') return state
  return test.options.mode === 'skip' ||
    test.options.mode === 'todo' ||
    (state === 'skipped' && hasNote(test))
    ? 'skipped'
    : 'failed'
}

function hasNote(test: TestCase): boolean {
  const result = test.result()
  return 'note' in result && result.note !== undefined
}
