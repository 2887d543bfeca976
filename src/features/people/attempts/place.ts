import { isIPv6 } from 'node:net'
import { embeddedAddress, groupsOf } from '../../../platform/links/public-address.ts'

/**
 * What counts as one place when somebody tries too often: an IPv4 address, also one in the clothes of IPv6, or the first 64 bits of an
 * IPv6 address, since whoever has one mostly has all that begin so.
 */
export function placeOf(ip: string): string {
  if (!isIPv6(ip)) return ip
  return embeddedAddress(ip) ?? `${groupsOf(ip)?.slice(0, 4).join(':')}::/64`
}
