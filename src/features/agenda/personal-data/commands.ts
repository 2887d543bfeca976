import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Takes somebody’s name out of the texts of events. */
export async function eraseFromEvents(context: Context, subject: DataSubject): Promise<void> {
  const columns = { keys: ['event_id'], texts: ['title', 'frame'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'agenda_event', columns, subject))
    await context.database
      .updateTable('agenda_event')
      .set(changes)
      .where('event_id', '=', keys.event_id)
      .execute()
}
