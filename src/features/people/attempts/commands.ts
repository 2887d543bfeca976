import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { Limit } from './limit.ts'
import type { Attempting } from './queries.ts'
import { subjectDigest } from './subject-digest.ts'

/** Counts one more attempt. */
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

/** Forgets what no limit counts any more. */
export async function removeOldAttempts({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<void> {
  const hourAgo = clock.now().subtract({ hours: 1 }).toString()
  await database.deleteFrom('people_attempt').where('happened_at', '<', sql<Date>`${hourAgo}`).execute()
}
