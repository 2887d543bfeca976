import { BlockList, isIP } from 'node:net'

/**
 * Whether an IP address is public: given out, and in no row of the registries of special-purpose addresses that IANA keeps (RFC 6890), in
 * whatever form (IPv4 within IPv6, 6to4, NAT64).
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !withheld4.check(address, 'ipv4')
  if (version !== 6) return false
  const inner = embeddedAddress(address)
  if (inner !== null) return isPublicAddress(inner)
  return !withheld6.check(address, 'ipv6')
}

// One list for both would take every IPv4 address for the IPv6 one that means it.
const [withheld4, withheld6] = [new BlockList(), new BlockList()]
const ranges4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
// All but the addresses that are given out: 2000::/3.
const ranges6 = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const
for (const [net, prefix] of ranges4) withheld4.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of ranges6) withheld6.addSubnet(net, prefix, 'ipv6')

/** The IPv4 address to which an IPv6 one leads (::ffff:a.b.c.d, 64:ff9b::a.b.c.d, 2002:aabb:ccdd::), or null. */
export function embeddedAddress(address: string): string | null {
  const groups = groupsOf(address)
  if (groups === null) return null
  const [first = 0, second = 0, third = 0] = groups
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  // The well-known prefix: with another, such as 64:ff9b:1::, a network reaches its own hosts.
  const isTranslated = first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((group) => group === 0)
  if (isMapped || isTranslated) return dotted(groups[6] ?? 0, groups[7] ?? 0)
  return first === 0x2002 ? dotted(second, third) : null
}

/** The eight numbers of which an IPv6 address is made; null for anything else. */
export function groupsOf(address: string): number[] | null {
  const url = URL.parse(`http://[${address.replace(/%.*$/, '')}]/`)
  if (!url) return null
  const [head = '', tail] = url.hostname.slice(1, -1).split('::')
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  const [start, end] = [read(head), read(tail ?? '')]
  return [...start, ...Array.from({ length: 8 - start.length - end.length }, () => 0), ...end]
}

function dotted(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
