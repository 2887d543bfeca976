import type { Context } from '../../platform/context/context.ts'
import { removeNames } from '../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/** Takes somebody’s name from what is told of organisations. */
export async function eraseFromOrganisations(context: Context, subject: DataSubject): Promise<void> {
  const columns = { keys: ['organisation_id'], texts: ['about'] } as const
  await removeNames(context, 'directory_organisation', columns, subject)
}
