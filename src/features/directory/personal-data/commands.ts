import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Takes somebody’s name from what is told of organisations. */
export async function eraseFromOrganisations(context: Context, subject: DataSubject): Promise<void> {
  const columns = { keys: ['organisation_id'], texts: ['about'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'directory_organisation', columns, subject))
    await context.database
      .updateTable('directory_organisation')
      .set(changes)
      .where('organisation_id', '=', keys.organisation_id)
      .execute()
}
