import type { GroundChange } from './grounds.ts'
import type { Run } from './run.ts'

/** The last run of a session, if there was one, and what has changed since. */
export interface RunState {
  run: Run | null
  changes: readonly GroundChange[]
}
