import { sql } from 'kysely'
import type { Context } from '../../../../../platform/context/context.ts'
import type { ImportedCalendar } from '../../records/queries.ts'

/** After so long without a word from its worker, work is anybody's again. */
export const silentMinutes = 5

/** Takes the work of a calendar for this process; false when another one is at it. */
export async function claim(context: Context, { id, waitsFor }: ImportedCalendar): Promise<boolean> {
  const now = context.clock.now()
  const { numUpdatedRows } = await context.database
    .updateTable('imports_calendar')
    .set({ claimed_at: now.toString() })
    .where('calendar_id', '=', id)
    .where('waits_for', '=', waitsFor ?? '')
    .where((where) =>
      where.or([
        where('claimed_at', 'is', null),
        where('claimed_at', '<', sql<Date>`${now.subtract({ minutes: silentMinutes }).toString()}`),
      ]),
    )
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
