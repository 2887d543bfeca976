import { sql } from 'kysely'
import type { Holding, Person, Role } from '../../platform/context/actor.ts'
import type { Clock } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
import { notFound } from '../../platform/refusal.ts'

export interface HeldRole {
  id: string
  personId: string
  name: string
  address: string
  role: Role
  organisations: { slug: string; name: LocalizedName; country: string }[]
  startsAt: Date
  /** Past or future; null without an end. */
  endsAt: Date | null
  reason: string | null
}

/** All past, present and future roles of a network: chairs and coordinators first, then by name. */
export async function listRoles(
  { database }: Pick<Context, 'database'>,
  networkId: string,
): Promise<HeldRole[]> {
  return selectRoles(database).where('r.network_id', '=', networkId).execute()
}

/** SQL: the roles that the person `p` holds at this instant, in every network or in one. */
export function selectHoldings(clock: Clock, networkId = sql`r.network_id`) {
  const now = clock.now().toString()
  return sql<Holding[]>`coalesce((
    select jsonb_agg(jsonb_build_object(
      'networkId', r.network_id,
      'role', r.role,
      'organisationIds', coalesce((
        select jsonb_agg(o.organisation_id) from people_role_organisation o where o.role_id = r.role_id
      ), '[]')
    ))
    from people_role r
    where r.person_id = p.id and r.network_id = ${networkId}
      and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
  ), '[]')`
}

export interface OwnRole extends HeldRole {
  networkId: string
  networkSlug: string
  networkName: LocalizedName
}

/** The roles that a person holds now or will hold, with their networks. */
export async function listRolesOf(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  personId: string,
) {
  return selectRoles(database)
    .innerJoin('networks_network as n', 'n.network_id', 'r.network_id')
    .select(['r.network_id as networkId', 'n.slug as networkSlug', 'n.name as networkName'])
    .where('r.person_id', '=', personId)
    .where((eb) =>
      eb.or([eb('r.ends_at', 'is', null), eb('r.ends_at', '>', sql<Date>`${clock.now().toString()}`)]),
    )
    .execute()
}

/** One role of a network, or null; an id from another network finds nothing. */
export async function lookUpRole({ database }: Pick<Context, 'database'>, networkId: string, roleId: string) {
  const found = await selectRoles(database)
    .where('r.network_id', '=', networkId)
    .where('r.role_id', '=', roleId)
    .executeTakeFirst()
  return found ?? null
}

/** The person’s role of this kind in the network that is held at `begins` and has no end, or null. */
export async function lookUpHeldRole(
  { database }: Pick<Context, 'database'>,
  held: { personId: string; networkId: string; role: Role; begins: Temporal.Instant },
) {
  const found = await database
    .selectFrom('people_role')
    .select('role_id as id')
    .where('person_id', '=', held.personId)
    .where('network_id', '=', held.networkId)
    .where('role', '=', held.role)
    .where('starts_at', '<=', sql<Date>`${held.begins.toString()}`)
    .where('ends_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

function selectRoles(database: Context['database']) {
  return database
    .selectFrom('people_role as r')
    .innerJoin('people_person as p', 'p.id', 'r.person_id')
    .select([
      'r.role_id as id',
      'r.person_id as personId',
      'p.name',
      'p.email as address',
      sql<Role>`r.role`.as('role'),
      'r.starts_at as startsAt',
      'r.ends_at as endsAt',
      'r.reason',
      sql<HeldRole['organisations']>`coalesce((
        select jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name, 'country', o.country) order by o.slug)
        from people_role_organisation ro
        join directory_organisation o on o.organisation_id = ro.organisation_id
        where ro.role_id = r.role_id
      ), '[]')`.as('organisations'),
    ])
    .orderBy(sql`array_position(array['chair', 'coordinator', 'member', 'contributor', 'reader'], r.role)`)
    .orderBy('p.name')
    .orderBy('r.starts_at')
}

type Reading = Pick<Context, 'database'>

/** The account of an address, or null. */
export async function lookUpPersonByAddress({ database }: Reading, address: string) {
  return (await selectPersons(database).where('email', '=', address.toLowerCase()).executeTakeFirst()) ?? null
}

/** The account of a person, or 404. */
export async function findPerson({ database }: Reading, personId: string) {
  return (await selectPersons(database).where('id', '=', personId).executeTakeFirst()) ?? notFound()
}

/** A person as the actor of work done while they are away, with the roles held at this instant. Null if the account no longer exists. */
export async function lookUpActor(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  personId: string,
): Promise<Person | null> {
  const found = await database
    .selectFrom('people_person as p')
    .select([
      'p.id as personId',
      'p.name',
      sql<boolean>`p.operator_since is not null`.as('isOperator'),
      selectHoldings(clock).as('holdings'),
      'p.languages',
    ])
    .where('p.id', '=', personId)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst()
  return found ? { kind: 'person', ...found, scopes: null } : null
}

/** Counts the accounts, and the operators among them. */
export async function countAccounts({ database }: Reading) {
  return database
    .selectFrom('people_person')
    .select([
      sql<number>`count(*)::int`.as('people'),
      sql<number>`count(operator_since)::int`.as('operators'),
    ])
    .executeTakeFirstOrThrow()
}

function selectPersons(database: Reading['database']) {
  return database
    .selectFrom('people_person')
    .select(['id', 'name', 'email as address', 'language', 'languages', 'country'])
    .select('operator_since as operatorSince')
}
