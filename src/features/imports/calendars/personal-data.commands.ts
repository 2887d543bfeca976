import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { forgottenImporter } from '../tables/personal-data.commands.ts'

/**
 * Erases who imported calendars, and a person’s name from their entries. Content that its source has not changed since is not
 * written again.
 */
export async function eraseFromCalendars(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'imports_calendar',
      key: ['calendar_id'],
      texts: ['title', 'file_name', 'remarks', 'trouble_detail'],
      people: { made_by: forgottenImporter },
    },
    { table: 'imports_calendar_entry', key: ['calendar_id', 'entry_key'], texts: ['document', 'before'] },
  ])
}
