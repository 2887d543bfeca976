import type { Visit } from '../../../platform/http/visit.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { admitAttempt } from './commands.ts'
import { type Limit, wrongTokens } from './limit.ts'
import { placeOf } from './place.ts'

/**
 * Counts an unknown token and refuses a place that sent too many. Called after the lookup: a caller with a valid token is always served,
 * since a town hall has one address for all its people.
 */
export async function countUnknown(
  visit: Pick<Visit, 'application' | 'request'>,
  limit: Limit = wrongTokens,
): Promise<void> {
  const { application, request } = visit
  const minutes = await admitAttempt(application, [[limit, placeOf(request.ip)]])
  if (minutes > 0) throw new Refusal('tooMany', '', { 'retry-after': String(minutes * 60) })
}
