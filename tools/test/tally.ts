/** What a run of tests came to. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
  /** What failed and how, a line each: the last thing that a long run says. */
  failures: string[]
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] }

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
      failures: [...sum.failures, ...each.failures],
    }),
    emptyTally,
  )
}

/** The last line of `npm test`. */
export function tallyLine({ passed, failed, skipped }: Omit<Tally, 'failures'>): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** A run in which nothing passed has shown nothing. */
export function exitCodeOf({ passed, failed }: Pick<Tally, 'passed' | 'failed'>): number {
  return failed > 0 || passed === 0 ? 1 : 0
}
