import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { OrganisationRef } from '../../directory/index.ts'

export interface Namable extends OrganisationRef {
  /** Whether it has a tie in the network with the asker. */
  isTied: boolean
}

/** The authorities and bodies of a network that a question may name: its members, and the parties to its ties; those tied to the asker first. */
export async function listNamable(
  { database, today }: Context,
  networkId: string,
  askerId: string,
): Promise<Namable[]> {
  const { rows } = await sql<Namable>`
    select o.organisation_id as id, o.slug, o.country, o.kind, o.name, o.short_name as "shortName", o.codes,
      exists (select from registry_party own join registry_party other on other.cooperation_id = own.cooperation_id
        join registry_cooperation c on c.cooperation_id = own.cooperation_id and c.network_id = ${networkId}
        where own.organisation_id = ${askerId} and own.capacity = 'party' and other.organisation_id = o.organisation_id
          and other.capacity = 'party') as "isTied"
    from directory_organisation o
    where o.organisation_id <> ${askerId} and coalesce(o.valid_until > ${today}, true) and (
      exists (select from networks_membership m where m.network_id = ${networkId} and m.organisation_id = o.organisation_id)
      or exists (select from people_role r join people_role_organisation ro on ro.role_id = r.role_id
        where r.network_id = ${networkId} and ro.organisation_id = o.organisation_id)
      or exists (select from registry_party p join registry_cooperation c on c.cooperation_id = p.cooperation_id
        where c.network_id = ${networkId} and p.organisation_id = o.organisation_id and p.capacity = 'party'))
    order by "isTied" desc, o.country, o.slug
  `.execute(database)
  return rows
}
