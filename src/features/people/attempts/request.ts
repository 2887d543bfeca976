import { isIPv6 } from 'node:net'
import type { Visit } from '../../../platform/http/visit.ts'
import { embeddedAddress, groupsOf } from '../../../platform/links/public-address.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { admitAttempt } from './commands.ts'
import { type Limit, wrongTokens } from './limit.ts'

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

/**
 * The place by which attempts are counted: an IPv4 address (also one embedded in IPv6), or the first 64 bits of an IPv6 address, since one
 * subscriber mostly holds all addresses of such a prefix.
 */
export function placeOf(ip: string): string {
  if (!isIPv6(ip)) return ip
  return embeddedAddress(ip) ?? `${groupsOf(ip)?.slice(0, 4).join(':')}::/64`
}
