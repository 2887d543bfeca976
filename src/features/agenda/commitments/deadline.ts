import { readEdtf } from '../../../platform/dates/index.ts'
import { dayAfter } from '../planning/side.ts'

/** The last day on which authorities can be asked to commit: the day before the first, or the last possible day where no day is fixed. */
export function latestDeadline(when: string | null): string | null {
  if (when === null) return null
  const { from, to } = readEdtf(when)
  if (!fixed.test(when)) return to
  return dayAfter(from, -1)
}

/** `selectClosesOn` tests the column `e.happens` for this in SQL. */
const fixed = /^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/
