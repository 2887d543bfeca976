import type { Context } from '../../../../platform/context/context.ts'
import type { OrganisationRef } from '../../../directory/index.ts'

/** Organisations by id, as lists and tie lines show them; those that do not exist are left out. */
export async function listOrganisationRefs(
  { database }: Context,
  ids: readonly string[],
): Promise<Map<string, OrganisationRef>> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .selectFrom('directory_organisation')
    .select(['organisation_id as id', 'slug', 'country', 'kind', 'name', 'short_name as shortName', 'codes'])
    .where('organisation_id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
