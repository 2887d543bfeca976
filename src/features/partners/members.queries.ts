import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { isAuthorityKind, type OrganisationRef } from '../directory/index.ts'
import { selectHeld } from '../networks/index.ts'

/**
 * The authorities that are members of a network on the context’s day, of one country or of all: those that have not left it, and have not been
 * dissolved.
 */
export async function listMembers(
  context: Context,
  networkId: string,
  country: string | null = null,
): Promise<OrganisationRef[]> {
  const { rows } = await sql<OrganisationRef>`
    select o.organisation_id as id, o.slug, o.country, o.kind, o.name, o.short_name as "shortName", o.codes
    from networks_membership m join directory_organisation o on o.organisation_id = m.organisation_id
    where m.network_id = ${networkId} and ${selectIsMember(context.today)}
      and (${country}::text is null or o.country = ${country})
    order by m.position, o.slug
  `.execute(context.database)
  return rows.filter(({ kind }) => isAuthorityKind(kind))
}

/** Only their ids. */
export async function listMemberIds(context: Context, networkId: string): Promise<Set<string>> {
  return new Set((await listMembers(context, networkId)).map(({ id }) => id))
}

/**
 * SQL: the membership `m` makes the organisation `o` a member on an ISO day. A record that began later under another code was there under
 * its former one.
 */
export function selectIsMember(today: string): RawBuilder<boolean> {
  return sql<boolean>`(m.role = 'member' and m.of_id is null and ${selectHeld(today)}
    and (o.valid_until is null or o.valid_until > ${today}))`
}
