import { lookup as lookUpName } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/** Whether a host's address and port may be asked. */
export type MayAsk = (address: string, port: number) => boolean

export interface Target {
  address: string
  family: number
}

/**
 * The address to connect to, resolved beforehand and fixed: a name that resolves differently the second time leads nowhere else. `unknown`
 * where the name has none; null for an address that is never asked.
 */
export async function findTarget(url: URL, mayAsk: MayAsk): Promise<Target | 'unknown' | null> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  if (url.username !== '' || url.password !== '') return null
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const found = family > 0 ? [{ address: host, family }] : await resolve(host)
  const [first] = found
  if (!first) return 'unknown'
  return found.every(({ address }) => mayAsk(address, port)) ? first : null
}

/** The public internet, where the web is served. */
export function mayAskInPublic(address: string, port: number): boolean {
  return (port === 80 || port === 443) && isPublicAddress(address)
}

/** Connects to that address and to no other. */
export function lookUpTarget(target: Target): LookupFunction {
  return (_host, { all }, found) => (all ? found(null, [target]) : found(null, target.address, target.family))
}

async function resolve(host: string): Promise<Target[]> {
  try {
    return await lookUpName(host, { all: true })
  } catch {
    return []
  }
}
