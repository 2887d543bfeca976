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
export async function recordActivity(context: Context, activity: Activity): Promise<void> {
  const now = context.clock.now().toString()
  await context.database
    .insertInto('platform_activity')
    .values({
      activity_id: newId(),
      network_id: activity.networkId,
      actor: describeActor(context.actor),
      verb: activity.verb,
      subject_kind: activity.subjectKind,
      subject_id: activity.subjectId,
      detail: JSON.stringify(activity.detail ?? {}),
      happened_at: now,
    })
    .execute()
  await context.database
    .insertInto('platform_revision')
    .values({ scope: scopeOf(activity.networkId), revision: '1', changed_at: now })
    .onConflict((conflict) =>
      conflict
        .column('scope')
        .doUpdateSet({ revision: sql`platform_revision.revision + 1`, changed_at: now }),
    )
    .execute()
}
