import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'

export interface Recipient {
  personId: string
  address: string
  name: string
  language: string
}

/**
 * The people who decide on a suggestion, by the real clock: the members of the record’s organisations (`owners`, or the coordinators if
 * nobody speaks for them), the coordinators of the network, or both.
 */
export async function listDeciders(
  { database, clock }: Context,
  networkId: string,
  organisationIds: readonly string[],
  whom: 'owners' | 'coordinators' | 'both',
): Promise<Recipient[]> {
  const now = clock.now().toString()
  const { rows } = await sql<Recipient & { isCoordinator: boolean }>`
    select distinct person.id as "personId", person.email as address, person.name, person.language,
      role.role in ('coordinator', 'chair') as "isCoordinator"
    from people_role role join people_person person on person.id = role.person_id
    where role.network_id = ${networkId} and role.starts_at <= ${now} and (role.ends_at is null or role.ends_at > ${now})
      and (role.role = 'coordinator' or (role.role in ('member', 'contributor') and exists (
        select 1 from people_role_organisation o
        where o.role_id = role.role_id and o.organisation_id = any(${organisationIds}::uuid[]))))
    order by person.id
  `.execute(database)
  const owners = rows.filter(({ isCoordinator }) => !isCoordinator)
  if (whom === 'both') return rows
  return whom === 'owners' && owners.length > 0 ? owners : rows.filter(({ isCoordinator }) => isCoordinator)
}

/** The address and language of a person; null if they have gone. */
export async function lookUpRecipient({ database }: Context, personId: string): Promise<Recipient | null> {
  const found = await database
    .selectFrom('people_person')
    .select(['id as personId', 'email as address', 'name', 'language'])
    .where('id', '=', personId)
    .executeTakeFirst()
  return found ?? null
}
