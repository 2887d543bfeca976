import { createHmac } from 'node:crypto'

/** An address by which it is known again and from which nobody reads it, without the secret of this house. */
export function addressDigest(secret: string, address: string): string {
  return createHmac('sha256', secret)
    .update(`newsletter address ${address.toLowerCase()}`)
    .digest('base64url')
}
