import { sql } from 'kysely'
import type { Person } from '../../platform/context/actor.ts'
import type { Context } from '../../platform/context/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { selectHoldings } from './roles.queries.ts'

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
    .select(['id', 'name', 'email as address', 'language', 'country', 'operator_since as operatorSince'])
}
