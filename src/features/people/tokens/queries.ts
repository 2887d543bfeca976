import { sql } from 'kysely'
import type { Holding, Scope } from '../../../platform/context/actor.ts'
import { dayOf, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { digestOf } from '../../../platform/context/secret-token.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { selectHoldings } from '../queries.ts'

type Reading = Pick<Context, 'database' | 'clock'>

export interface UsedToken {
  id: string
  personId: string
  /** The owner's name. */
  name: string
  scopes: Scope[]
  isUsedToday: boolean
  /** The roles that the owner holds at this instant in the token’s network. */
  holdings: Holding[]
}

/** A token that has not ended, with its owner and the roles held at this instant in its network; null for any other. */
export async function lookUpToken(
  { database, ...reading }: Reading,
  secret: string,
): Promise<UsedToken | null> {
  const clock = readOnce(reading.clock)
  const found = await database
    .selectFrom('people_token as t')
    .innerJoin('people_person as p', 'p.id', 't.person_id')
    .select([
      't.token_id as id',
      't.person_id as personId',
      'p.name',
      't.scopes',
      sql<boolean>`t.last_used_on is not distinct from ${dayOf(clock)}::date`.as('isUsedToday'),
      selectHoldings(clock, sql`t.network_id`).as('holdings'),
    ])
    .where('t.token_digest', '=', digestOf(secret))
    .where('t.ended_at', 'is', null)
    .where('t.expires_at', '>', sql<Date>`${clock.now().toString()}`)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

export interface ListedToken {
  id: string
  name: string
  prefix: string
  scopes: Scope[]
  madeAt: Date
  expiresAt: Date
  /** ISO day. */
  lastUsedOn: string | null
  network: { slug: string; name: LocalizedName }
}

/** A person’s tokens that have not ended, newest first. */
export async function listTokens({ database, clock }: Reading, personId: string): Promise<ListedToken[]> {
  return database
    .selectFrom('people_token as t')
    .innerJoin('networks_network as n', 'n.network_id', 't.network_id')
    .select(['t.token_id as id', 't.name', 't.prefix', 't.scopes', 't.made_at as madeAt'])
    .select(['t.expires_at as expiresAt', 't.last_used_on as lastUsedOn'])
    .select(sql<ListedToken['network']>`jsonb_build_object('slug', n.slug, 'name', n.name)`.as('network'))
    .where('t.person_id', '=', personId)
    .where('t.ended_at', 'is', null)
    .where('t.expires_at', '>', sql<Date>`${clock.now().toString()}`)
    .orderBy('t.made_at', 'desc')
    .orderBy('t.token_id', 'desc')
    .execute()
}
