import type { Context } from '../../../../platform/context/context.ts'
import { selectFree } from '../../../../platform/jobs/claims.ts'
import type { ImportedCalendar } from '../records/queries.ts'

/** Takes the work of a calendar for this process; false when another one is at it. */
export async function claim(context: Context, { id, waitsFor }: ImportedCalendar): Promise<boolean> {
  const now = context.clock.now()
  const { numUpdatedRows } = await context.database
    .updateTable('imports_calendar')
    .set({ claimed_at: now.toString() })
    .where('calendar_id', '=', id)
    .where('waits_for', '=', waitsFor ?? '')
    .where(selectFree(now))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Says how far the work is, and that it goes on. */
export async function tell(context: Context, { id }: ImportedCalendar, done: number): Promise<void> {
  await context.database
    .updateTable('imports_calendar')
    .set({ rows_done: done, claimed_at: context.clock.now().toString() })
    .where('calendar_id', '=', id)
    .execute()
}
