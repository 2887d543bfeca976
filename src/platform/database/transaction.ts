import { tellActivities } from '../activity/activity.ts'
import type { Context } from '../context/context.ts'

let commits = 0

/** Runs a command's work in one transaction; caches see from `commitsSoFar` that it is committed. */
export async function inTransaction<T, C extends Pick<Context, 'database'> = Context>(
  context: C,
  work: (context: C) => Promise<T>,
): Promise<T> {
  if (context.database.isTransaction) return work(context)
  const result = await context.database.transaction().execute(async (database) => {
    const inside = { ...context, database }
    const done = await work(inside)
    await tellActivities(inside)
    return done
  })
  announceCommit()
  return result
}

/** Says that something was committed. */
export function announceCommit(): void {
  commits++
}

/** How many changes this process has committed: anything read before the last of them may be out of date. */
export function commitsSoFar(): number {
  return commits
}
