import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Takes somebody’s name from the days that groups added, where it stands as their source or in what they are called. */
export async function eraseFromAgenda(context: Context, subject: DataSubject): Promise<void> {
  const columns = { keys: ['holiday_id'], texts: ['source', 'name'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'agenda_holiday', columns, subject))
    await context.database
      .updateTable('agenda_holiday')
      .set(changes)
      .where('holiday_id', '=', keys.holiday_id)
      .execute()
}
