import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { endOfSession } from './lifetime.ts'
import type { Session } from './queries.ts'

export interface NewSession {
  personId: string
  isOperator: boolean
  /** How the person came in: `link`, `invitation`, or the id of a provider. */
  method: string
  userAgent: string | undefined
  /** What the provider asks for at sign-out. */
  providerToken?: string
}

type Writing = Pick<Context, 'database' | 'clock'>

/** Begins a session under a new token. Returns the token. */
export async function beginSession({ database, clock }: Writing, session: NewSession): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const now = clock.now()
  await database
    .insertInto('people_session')
    .values({
      id: newId(),
      person_id: session.personId,
      token,
      expires_at: endOfSession(now, now.epochMilliseconds, session.isOperator).toString(),
      user_agent: session.userAgent?.slice(0, 400) ?? null,
      method: session.method,
      provider_token: session.providerToken ?? null,
      created_at: now.toString(),
      updated_at: now.toString(),
    })
    .execute()
  return token
}

/** Records that a session was used now, and extends it up to its longest lifetime. */
export async function noteUse(
  { database, clock }: Writing,
  { id, isOperator, begunAt }: Session,
): Promise<void> {
  const now = clock.now()
  await database
    .updateTable('people_session')
    .set({
      updated_at: now.toString(),
      expires_at: endOfSession(now, begunAt.getTime(), isOperator).toString(),
    })
    .where('id', '=', id)
    .execute()
}

/** Ends one session of a person; another person’s stays. Returns whether there was one, and its provider’s token. */
export async function endSession({ database }: Writing, personId: string, sessionId: string) {
  const ended = await database
    .deleteFrom('people_session')
    .where('person_id', '=', personId)
    .where('id', '=', sessionId)
    .returning(['method', 'provider_token as providerToken'])
    .executeTakeFirst()
  return ended ?? null
}

/** Ends all sessions of a person, or all but one. Returns how many. */
export async function endOtherSessions(
  { database }: Pick<Context, 'database'>,
  personId: string,
  keptId: string | null,
): Promise<number> {
  const ended = await database
    .deleteFrom('people_session')
    .where('person_id', '=', personId)
    .where(sql<boolean>`id is distinct from ${keptId}::uuid`)
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}

/** Removes expired sessions. */
export async function removeEndedSessions({ database, clock }: Writing): Promise<void> {
  await database
    .deleteFrom('people_session')
    .where('expires_at', '<=', sql<Date>`${clock.now().toString()}`)
    .execute()
}
