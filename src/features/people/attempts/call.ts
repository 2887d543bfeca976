import type { Visit } from '../../../platform/http/visit.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { admitAttempt } from './commands.ts'
import { type Limit, wrongTokens } from './limit.ts'
import { placeOf } from './place.ts'

/**
 * Counts a token that is unknown, and refuses whoever sent too many from one place. Asked once it was looked for: whoever has a valid
 * one is served whatever others send from there, as a town hall has one address for all its people.
 */
export async function countUnknown(
  visit: Pick<Visit, 'application' | 'request'>,
  limit: Limit = wrongTokens,
): Promise<void> {
  const { application, request } = visit
  const minutes = await admitAttempt(application, [[limit, placeOf(request.ip)]])
  if (minutes > 0) throw new Refusal('tooMany', '', { 'retry-after': String(minutes * 60) })
}
