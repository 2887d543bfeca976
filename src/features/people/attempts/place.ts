import { isIPv6 } from 'node:net'
import { embeddedAddress, groupsOf } from '../../../platform/links/public-address.ts'

/**
 * The place by which attempts are counted: an IPv4 address (also one embedded in IPv6), or the first 64 bits of an IPv6 address, since one
 * subscriber mostly holds all addresses of such a prefix.
 */
export function placeOf(ip: string): string {
  if (!isIPv6(ip)) return ip
  return embeddedAddress(ip) ?? `${groupsOf(ip)?.slice(0, 4).join(':')}::/64`
}
