import type { Assignment, AssignOptions, Progress } from './assign.ts'
import type { Problem } from './problem.ts'

/** What the thread that searches is given. */
export interface Order {
  problem: Problem
  options: Pick<AssignOptions, 'seed' | 'proposing' | 'timeMs'>
}

/** What it says: how far it is, and at the end what it found. */
export type Said = { progress: Progress } | { assignment: Assignment }
