import { createHmac } from 'node:crypto'

/** A keyed digest of an address: it recognises the address again, and without this server’s secret nobody can read the address from it. */
export function addressDigest(secret: string, address: string): string {
  return createHmac('sha256', secret)
    .update(`newsletter address ${address.toLowerCase()}`)
    .digest('base64url')
}
