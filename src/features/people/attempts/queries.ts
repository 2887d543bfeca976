import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type Limit, subjectDigest } from './limit.ts'

export interface Attempting extends Pick<Context, 'database' | 'clock'> {
  readonly secret: string
}

/** Returns the minutes to wait before the next attempt; 0 when it is allowed now. */
export async function countMinutesToWait(
  { database, clock, secret }: Attempting,
  { kind, most, minutes }: Limit,
  subject: string,
): Promise<number> {
  const now = clock.now()
  const since = now.subtract({ minutes }).toString()
  // The attempt that must expire before another one fits in.
  const oldest = await database
    .selectFrom('people_attempt')
    .select('happened_at as happenedAt')
    .where('kind', '=', kind)
    .where('subject', '=', subjectDigest(secret, subject))
    .where('happened_at', '>', sql<Date>`${since}`)
    .orderBy('happened_at', 'desc')
    .offset(most - 1)
    .limit(1)
    .executeTakeFirst()
  if (!oldest) return 0
  const waitedMs = now.epochMilliseconds - oldest.happenedAt.getTime()
  return Math.max(1, Math.ceil(minutes - waitedMs / 60_000))
}
