import { sql } from 'kysely'
import { describeActor } from '../context/actor.ts'
import type { Context } from '../context/context.ts'
import { newId } from '../context/identifier.ts'

export interface Activity {
  /** Null when the change concerns no single network (the directory). */
  networkId: string | null
  verb: string
  subjectKind: string
  subjectId: string
  detail?: Record<string, unknown>
}

/** Scope of pages that show a network; without one, the directory that all networks share. */
export function scopeOf(networkId: string | null): string {
  return networkId === null ? 'directory' : `network:${networkId}`
}

/** Scope of pages that show every network: it moves with any other. */
export const everything = '*'

/** Writes down who did what and moves the revision of its scope, inside the transaction of the change. */
export function recordActivity(context: Context, activity: Activity): Promise<void> {
  return recordActivities(context, [activity])
}

/** Hears what a transaction has recorded, before it ends: what follows from it is written with it. */
export type HearActivities = (
  inside: Pick<Context, 'database'>,
  activities: readonly Activity[],
) => Promise<void>

let hear: HearActivities | null = null
const unheard = new WeakMap<Context['database'], Activity[]>()

/** Names who hears of every activity; the same in each application of this process. */
export function letHear(hearer: HearActivities): void {
  hear = hearer
}

/** Lets the activities of a transaction be heard; called as its last work. */
export async function tellActivities(inside: Pick<Context, 'database'>): Promise<void> {
  const activities = unheard.get(inside.database)
  if (activities === undefined) return
  unheard.delete(inside.database)
  await hear?.(inside, activities)
}

/** Writes down many activities at once, like `recordActivity`. */
export async function recordActivities(context: Context, activities: readonly Activity[]): Promise<void> {
  if (activities.length === 0) return
  const now = context.clock.now().toString()
  await context.database
    .insertInto('platform_activity')
    .values(
      activities.map(({ networkId, verb, subjectKind, subjectId, detail = {} }) => ({
        activity_id: newId(),
        network_id: networkId,
        actor: describeActor(context.actor),
        verb,
        subject_kind: subjectKind,
        subject_id: subjectId,
        detail: JSON.stringify(detail),
        happened_at: now,
      })),
    )
    .execute()
  // In one order: two that move several scopes do not wait for each other.
  for (const scope of [...new Set(activities.map(({ networkId }) => scopeOf(networkId)))].sort())
    await context.database
      .insertInto('platform_revision')
      .values({ scope, revision: '1', changed_at: now })
      .onConflict((conflict) =>
        conflict
          .column('scope')
          .doUpdateSet({ revision: sql`platform_revision.revision + 1`, changed_at: now }),
      )
      .execute()
  if (context.database.isTransaction)
    unheard.set(context.database, [...(unheard.get(context.database) ?? []), ...activities])
  else await hear?.(context, activities)
}
