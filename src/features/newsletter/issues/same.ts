import { hash } from 'node:crypto'

/** Whether two texts or documents are equal. */
export function isSame(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other)
}

/** A mark of the content of a form: it differs once another editor has changed that content. */
export function markOf(value: unknown): string {
  return hash('sha256', ordered(value), 'base64url').slice(0, 22)
}

// The database orders the keys of an object its own way.
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
