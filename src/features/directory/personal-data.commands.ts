import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/** Erases a person’s name from the texts about organisations. */
export async function eraseFromOrganisations(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    { table: 'directory_organisation', key: ['organisation_id'], texts: ['about'] },
  ])
}
