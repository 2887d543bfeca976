import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

export interface Recipient {
  address: string
  name: string
  language: string
}

/** The members who speak for some authorities, by the real clock; the coordinators of the network where nobody does. */
export async function listRecipients(
  context: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<Recipient[]> {
  const all = await listConcerned(context, networkId, organisationIds)
  const speakers = all.filter(({ speaks }) => speaks)
  return speakers.length > 0 ? speakers : all
}

/** The members who speak for some authorities, and the coordinators of the network, by the real clock. */
export async function listConcerned(
  { database, clock }: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<(Recipient & { speaks: boolean })[]> {
  const now = clock.now().toString()
  const { rows } = await sql<Recipient & { speaks: boolean }>`
    select person.email as address, person.name, person.language, bool_or(role.role = 'member') as speaks
    from people_role role join people_person person on person.id = role.person_id
    where role.network_id = ${networkId} and role.starts_at <= ${now} and (role.ends_at is null or role.ends_at > ${now})
      and (role.role = 'coordinator' or (role.role = 'member' and exists (
        select 1 from people_role_organisation o
        where o.role_id = role.role_id and o.organisation_id = any(${[...organisationIds]}::uuid[]))))
    group by person.id, person.email, person.name, person.language
    order by person.id
  `.execute(database)
  return rows
}
