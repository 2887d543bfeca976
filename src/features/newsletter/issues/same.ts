import { hash } from 'node:crypto'
import type { Issue } from './issue.ts'

/** Whether two texts or documents say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other)
}

/** A mark of all that is read of a letter, for those who approve it. */
export function markOfIssue({
  title,
  introduction,
  parts,
}: Pick<Issue, 'title' | 'introduction' | 'parts'>): string {
  return markOf({ title, introduction, parts })
}

/** A mark of what a form was drawn from: another one once somebody changed it. */
export function markOf(value: unknown): string {
  return hash('sha256', ordered(value), 'base64url').slice(0, 22)
}

// The database keeps the names of an object in an order of its own.
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
