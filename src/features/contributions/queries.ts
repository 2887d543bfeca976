import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'

/** Organisations for which the actor may speak, by name. */
export async function listSpeakers(
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

/** The organisation for which the actor speaks in a network, one of the record’s own before any other; null for none. */
export async function findSpeaker(
  { database, clock }: Context,
  networkId: string,
  personId: string | null,
  preferred: readonly string[],
): Promise<string | null> {
  if (personId === null) return null
  const now = clock.now().toString()
  const { rows } = await sql<{ id: string }>`
    select o.organisation_id as id
    from people_role role join people_role_organisation o on o.role_id = role.role_id
    where role.person_id = ${personId} and role.network_id = ${networkId} and role.starts_at <= ${now}
      and (role.ends_at is null or role.ends_at > ${now})
    order by o.organisation_id = any(${preferred}::uuid[]) desc, o.organisation_id
    limit 1
  `.execute(database)
  return rows[0]?.id ?? null
}

/** A person’s draft of a form; null if there is none. */
export async function lookUpDraft({ database }: Context, personId: string, form: string) {
  const found = await database
    .selectFrom('contributions_draft')
    .select(['form', 'base_number as baseNumber', 'fields', 'saved_at as savedAt'])
    .where('person_id', '=', personId)
    .where('form', '=', form)
    .executeTakeFirst()
  return found ?? null
}

/** A person’s drafts in a network below an address, newest first. */
export async function listDrafts({ database }: Context, personId: string, networkId: string, below = '') {
  return database
    .selectFrom('contributions_draft')
    .select(['form', 'saved_at as savedAt'])
    .where('person_id', '=', personId)
    .where('network_id', '=', networkId)
    .where('form', 'like', `${below.replaceAll(/[\\%_]/g, '\\$&')}%`)
    .orderBy('saved_at', 'desc')
    .limit(100)
    .execute()
}

export interface Recipient {
  personId: string
  address: string
  name: string
  language: string
}

/**
 * The people who decide on a suggestion, by the real clock: the members of the record’s organisations (`speakers`; `owners`: the
 * coordinators if nobody speaks for them), the coordinators of the network, or both.
 */
export async function listDeciders(
  { database, clock }: Context,
  networkId: string,
  organisationIds: readonly string[],
  whom: 'owners' | 'speakers' | 'coordinators' | 'both',
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
  if (whom === 'speakers') return owners
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
