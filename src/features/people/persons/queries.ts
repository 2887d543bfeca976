import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'

type Reading = Pick<Context, 'database'>

/** The account of an address, or null. */
export async function lookUpPersonByAddress({ database }: Reading, address: string) {
  return (await selectPersons(database).where('email', '=', address.toLowerCase()).executeTakeFirst()) ?? null
}

/** Somebody's account, or 404. */
export async function findPerson({ database }: Reading, personId: string) {
  return (await selectPersons(database).where('id', '=', personId).executeTakeFirst()) ?? notFound()
}

/** How many accounts there are, and how many of them look after the server. */
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
