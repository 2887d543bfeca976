import { sql } from 'kysely'
import type { Holding } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { selectHoldings } from '../queries.ts'

export interface Session {
  id: string
  personId: string
  name: string
  isOperator: boolean
  languages: string[] | null
  method: string
  usedAt: Date
  begunAt: Date
  holdings: Holding[]
}

type Reading = Pick<Context, 'database' | 'clock'>

/** A session that has not ended, with its person and the roles held at this instant. One statement, since every page asks. */
export async function lookUpSession({ database, clock }: Reading, token: string): Promise<Session | null> {
  const now = clock.now().toString()
  const found = await database
    .selectFrom('people_session as s')
    .innerJoin('people_person as p', 'p.id', 's.person_id')
    .select([
      's.id',
      's.person_id as personId',
      'p.name',
      sql<boolean>`p.operator_since is not null`.as('isOperator'),
      'p.languages',
      's.method',
      's.updated_at as usedAt',
      's.created_at as begunAt',
      selectHoldings(clock).as('holdings'),
    ])
    .where('s.token', '=', token)
    .where('s.expires_at', '>', sql<Date>`${now}`)
    .executeTakeFirst()
  return found ?? null
}

export type ListedSession = Awaited<ReturnType<typeof listSessions>>[number]

/** The sessions of a person, latest use first. */
export async function listSessions({ database, clock }: Reading, personId: string) {
  return database
    .selectFrom('people_session')
    .select(['id', 'method', 'user_agent as userAgent', 'created_at as begunAt', 'updated_at as usedAt'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', sql<Date>`${clock.now().toString()}`)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
