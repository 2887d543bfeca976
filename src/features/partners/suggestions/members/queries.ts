import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/**
 * The authorities that take part in a network on the context’s day: the parties of its ties, those that look for a partner, and those to
 * which somebody holds a role for.
 */
export async function listMemberIds({ database, today }: Context, networkId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select p.organisation_id as id from registry_party p join registry_cooperation c on c.cooperation_id = p.cooperation_id
      where c.network_id = ${networkId} and c.listed and c.known_on <= ${today} and p.known_on <= ${today} and p.capacity = 'party'
    union select i.organisation_id from registry_interest i where i.network_id = ${networkId} and i.known_on <= ${today}
    union select ro.organisation_id from people_role r join people_role_organisation ro on ro.role_id = r.role_id
      where r.network_id = ${networkId} and r.role = 'member' and r.ends_at is null
  `.execute(database)
  return new Set(rows.map(({ id }) => id))
}
