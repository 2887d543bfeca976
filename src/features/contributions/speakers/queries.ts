import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'

/** Organisations for which somebody may speak, by name. */
export async function nameOrganisations(
  { database }: Context,
  ids: readonly string[],
): Promise<{ id: string; name: LocalizedName }[]> {
  if (ids.length === 0) return []
  return database
    .selectFrom('directory_organisation')
    .select(['organisation_id as id', 'name'])
    .where('organisation_id', 'in', [...ids])
    .orderBy('slug')
    .execute()
}
