import { describe, expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

// Each row of the registries of special-purpose addresses that IANA keeps (RFC 6890), with addresses of it: its first or a usual one, and its last.
const rows4: [row: string, ...addresses: string[]][] = [
  ['0.0.0.0/8 "this network"', '0.0.0.0', '0.255.255.255'],
  ['10.0.0.0/8 private', '10.1.2.3', '10.255.255.255'],
  ['100.64.0.0/10 shared', '100.64.0.1', '100.127.255.255'],
  ['127.0.0.0/8 loopback', '127.0.0.1', '127.255.255.254'],
  ['169.254.0.0/16 link-local', '169.254.169.254', '169.254.255.255'],
  ['172.16.0.0/12 private', '172.16.0.1', '172.31.255.255'],
  ['192.0.0.0/24 protocol assignments', '192.0.0.0', '192.0.0.255'],
  ['192.0.0.0/29 IPv4 service continuity', '192.0.0.1', '192.0.0.7'],
  ['192.0.0.8/32 dummy', '192.0.0.8'],
  ['192.0.0.9/32 and .10/32 anycast of PCP and TURN', '192.0.0.9', '192.0.0.10'],
  ['192.0.0.170/32 and .171/32 discovery of NAT64', '192.0.0.170', '192.0.0.171'],
  ['192.0.2.0/24 documentation', '192.0.2.1', '192.0.2.255'],
  ['192.31.196.0/24 AS112', '192.31.196.1', '192.31.196.255'],
  ['192.52.193.0/24 AMT', '192.52.193.1', '192.52.193.255'],
  ['192.88.99.0/24 relays of 6to4, and of 6a44', '192.88.99.1', '192.88.99.2', '192.88.99.255'],
  ['192.168.0.0/16 private', '192.168.1.1', '192.168.255.255'],
  ['192.175.48.0/24 AS112', '192.175.48.1', '192.175.48.255'],
  ['198.18.0.0/15 benchmarking', '198.18.0.1', '198.19.255.255'],
  ['198.51.100.0/24 documentation', '198.51.100.1', '198.51.100.255'],
  ['203.0.113.0/24 documentation', '203.0.113.1', '203.0.113.255'],
  ['224.0.0.0/4 multicast, of the registry of the whole space', '224.0.0.1', '239.255.255.255'],
  ['240.0.0.0/4 reserved, and the limited broadcast', '240.0.0.1', '255.255.255.255'],
]
const rows6: [row: string, ...addresses: string[]][] = [
  ['::1/128 loopback', '::1', '0:0:0:0:0:0:0:1'],
  ['::/128 unspecified', '::'],
  ['::/96 IPv4-compatible, given up', '::127.0.0.1', '::8.8.8.8'],
  ['64:ff9b:1::/48 translation within a network', '64:ff9b:1::8.8.8.8', '64:ff9b:1:ffff::808:808'],
  ['what lies between the two prefixes of translation', '64:ff9b:0:1::808:808', '64:ff9b::1:808:808'],
  ['100::/64 discard-only', '100::1', '100::ffff:ffff:ffff:ffff'],
  ['100:0:0:1::/64 dummy', '100:0:0:1::1'],
  ['2001::/23 protocol assignments', '2001:1ff:ffff::1', '2001:100::1'],
  ['2001::/32 Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001::f7f7:f7f7'],
  ['2001:1::1/128 to ::3/128 anycast of PCP, TURN and DNS-SD', '2001:1::1', '2001:1::2', '2001:1::3'],
  ['2001:2::/48 benchmarking', '2001:2::1', '2001:2:0:ffff::1'],
  ['2001:3::/32 AMT', '2001:3::1'],
  ['2001:4:112::/48 AS112', '2001:4:112::1'],
  ['2001:10::/28 and 2001:20::/28 ORCHID', '2001:10::1', '2001:1f::1', '2001:20::1', '2001:2f::1'],
  ['2001:30::/28 drones', '2001:30::1', '2001:3f::1'],
  ['2001:db8::/32 documentation', '2001:db8::1', '2001:db8:ffff::1'],
  ['2620:4f:8000::/48 AS112', '2620:4f:8000::1', '2620:4f:8000:ffff::1'],
  ['3fff::/20 documentation', '3fff::1', '3fff:fff::1'],
  ['5f00::/16 segment routing', '5f00::1'],
  ['fc00::/7 unique local', 'fc00::1', 'fd00::1', 'fdff::1'],
  ['fe80::/10 link-local', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
  ['fec0::/10 site-local, given up', 'fec0::1'],
  ['ff00::/8 multicast', 'ff02::1'],
  ['what nobody has given out yet', '4000::1', '9000::1', 'c000::1'],
]

describe.for([...rows4, ...rows6])('nothing is asked of %s', ([, ...addresses]) => {
  test.for(addresses)('%s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

const groupsOf = (address: string) => {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  return [a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(':')
}
/** The forms of IPv6 that lead to an IPv4 address. */
const clothes: Record<string, (address: string) => string> = {
  'mapped, in dots': (address) => `::ffff:${address}`,
  mapped: (address) => `0:0:0:0:0:FFFF:${groupsOf(address)}`,
  'of NAT64': (address) => `64:ff9b::${address}`,
  'of 6to4': (address) => `2002:${groupsOf(address)}::1`,
}

describe.for(Object.entries(clothes))('what an IPv6 address %s leads to decides', ([, dress]) => {
  test.for(rows4)('%s', ([, ...addresses]) => {
    expect(addresses.filter((address) => isPublicAddress(dress(address)))).toEqual([])
  })

  test('the public internet', () => {
    expect(isPublicAddress(dress('93.184.216.34'))).toBe(true)
  })
})

test.for([
  '8.8.8.8',
  '172.32.0.1',
  '192.0.1.1',
  '223.255.255.255',
  '2a01:e0a::1',
  '2001:200::1',
  '3ffe::1',
  '2620:4f:8001::1',
])('%s is of the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.for(['localhost', '', '127.1', '2130706433', '0x7f.0.0.1', '::ffff:127.0.0.1%1', '1::2::3'])(
  '%s is no address of it',
  (address) => {
    expect(isPublicAddress(address)).toBe(false)
  },
)
