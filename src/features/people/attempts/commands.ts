import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import { type Limit, subjectDigest } from './limit.ts'
import { type Attempting, countMinutesToWait } from './queries.ts'

/**
 * Counts one more attempt at each of these, and returns 0. If one of them has reached its limit, counts nothing and returns the minutes to
 * wait. Concurrent attempts never exceed the limits.
 */
export async function admitAttempt(
  attempting: Attempting,
  attempts: readonly (readonly [limit: Limit, subject: string])[],
): Promise<number> {
  const { secret } = attempting
  return inTransaction(attempting, async (inside) => {
    await takeTurn(
      inside,
      ...attempts.map(([{ kind }, subject]) => `${kind} ${subjectDigest(secret, subject)}`),
    )
    const waits: number[] = []
    for (const [limit, subject] of attempts) waits.push(await countMinutesToWait(inside, limit, subject))
    const wait = Math.max(...waits)
    if (wait === 0) for (const [limit, subject] of attempts) await noteAttempt(inside, limit, subject)
    return wait
  })
}

export async function noteAttempt(
  { database, clock, secret }: Attempting,
  { kind }: Limit,
  subject: string,
): Promise<void> {
  await database
    .insertInto('people_attempt')
    .values({
      attempt_id: newId(),
      kind,
      subject: subjectDigest(secret, subject),
      happened_at: clock.now().toString(),
    })
    .execute()
}

/** Forgets attempts that no limit counts any longer. */
export async function removeOldAttempts({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<void> {
  const hourAgo = clock.now().subtract({ hours: 1 }).toString()
  await database.deleteFrom('people_attempt').where('happened_at', '<', sql<Date>`${hourAgo}`).execute()
}
