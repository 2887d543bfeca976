import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { RecordHead, RecordNetwork } from '../../../../platform/records/record-head.ts'
import { listNetworkOrganisations } from '../queries.ts'

/** An organisation that a network knows: in its list, or added in it. Null for all others. */
export async function lookUpHead(
  context: Context,
  network: RecordNetwork,
  by: { slug: string } | { id: string },
): Promise<RecordHead | null> {
  const found = await lookUpOrganisation(context, network, by)
  if (!found) return null
  const [listed] = found.isMade
    ? [found]
    : await listNetworkOrganisations(context, network.id, { slug: found.slug, limit: 1 })
  if (!listed) return null
  return { id: found.id, slug: found.slug, title: found.name, organisationIds: [found.id] }
}

async function lookUpOrganisation(
  { database }: Context,
  network: RecordNetwork,
  by: { slug: string } | { id: string },
) {
  if ('id' in by && !isId(by.id)) return null
  const condition = 'slug' in by ? sql`o.slug = ${by.slug}` : sql`o.organisation_id = ${by.id}`
  const { rows } = await sql<{ id: string; slug: string; name: LocalizedName; isMade: boolean }>`
    select o.organisation_id as id, o.slug, o.name,
      exists (select 1 from contributions_version v where v.record_kind = 'organisation' and v.record_id = o.organisation_id
        and v.number = 1 and v.network_id = ${network.id}) as "isMade"
    from directory_organisation o where ${condition}
  `.execute(database)
  return rows[0] ?? null
}

/** The head of an organisation that was just created: its network knows it from its first version on. */
export async function findMadeHead({ database }: Context, id: string): Promise<RecordHead> {
  const { slug, title } = await database
    .selectFrom('directory_organisation')
    .select(['slug', 'name as title'])
    .where('organisation_id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, slug, title, organisationIds: [id] }
}
