import type { Context } from '../../../platform/context/context.ts'
import { removeNames } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { forgottenImporter } from '../tables/personal-data.commands.ts'

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
  await removeNames(context, 'imports_calendar', calendars, subject)
  const entries = { keys: ['calendar_id', 'entry_key'], texts: ['document', 'before'] } as const
  await removeNames(context, 'imports_calendar_entry', entries, subject)
}
