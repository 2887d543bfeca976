import type { Context } from '../../../../platform/context/context.ts'
import { listNamingRows } from '../../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../../platform/personal-data/personal-data.ts'
import { forgottenImporter } from '../../tables/personal-data/commands.ts'

/** Forgets who imported calendars, and takes somebody’s name out of what they say; what its source has not changed is not written again. */
export async function eraseFromCalendars(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  if (subject.personId !== null)
    await database
      .updateTable('imports_calendar')
      .set({ made_by: forgottenImporter })
      .where('made_by', '=', `person:${subject.personId}`)
      .execute()
  const calendars = { keys: ['calendar_id'], texts: ['title', 'file_name', 'remarks'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'imports_calendar', calendars, subject))
    await database
      .updateTable('imports_calendar')
      .set(changes)
      .where('calendar_id', '=', keys.calendar_id)
      .execute()
  const entries = { keys: ['calendar_id', 'entry_key'], texts: ['document', 'before'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'imports_calendar_entry', entries, subject))
    await database
      .updateTable('imports_calendar_entry')
      .set(changes)
      .where('calendar_id', '=', keys.calendar_id)
      .where('entry_key', '=', keys.entry_key)
      .execute()
}
