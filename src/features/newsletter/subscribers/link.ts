import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Subscription } from './subscription.ts'

/** What a link lets its reader do: confirm what they asked for, see to their subscription, leave it, move it to a new address. */
export type LinkPurpose = 'confirm' | 'preferences' | 'leaving' | 'address'

type Linked = Pick<Subscription, 'id' | 'serial' | 'askedAt' | 'newAddress' | 'newAddressAt'>

const shape = /^([0-9a-f]{32})([0-9a-f]{48})$/

/**
 * What stands in a link of a subscription: nothing of it is kept, and nobody makes one without the secret of this house. A mail to a
 * hundred thousand readers needs no row a link. In figures alone, which no mail program cuts off.
 */
export function tokenFor(secret: string, purpose: LinkPurpose, subscription: Linked): string {
  return `${subscription.id.replaceAll('-', '')}${signatureOf(secret, purpose, subscription)}`
}

/** The id of the subscription that a token says it is of; null for what is no token. */
export function idInToken(token: string): string | null {
  const [, id] = shape.exec(token) ?? []
  return id?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') ?? null
}

/** Whether a token was made for this purpose of this subscription, as it is now. */
export function isTokenFor(
  secret: string,
  token: string,
  purpose: LinkPurpose,
  subscription: Linked,
): boolean {
  const [, , given = ''] = shape.exec(token) ?? []
  const own = signatureOf(secret, purpose, subscription)
  return own.length === given.length && timingSafeEqual(Buffer.from(own), Buffer.from(given))
}

function signatureOf(secret: string, purpose: LinkPurpose, linked: Linked): string {
  const { id, serial } = linked
  return createHmac('sha256', secret)
    .update(JSON.stringify(['newsletter', purpose, id, serial, ...whatIsAnswered(purpose, linked)]))
    .digest('hex')
    .slice(0, 48)
}

// A mail that was followed by another one answers nothing any more.
function whatIsAnswered(purpose: LinkPurpose, { askedAt, newAddress, newAddressAt }: Linked): unknown[] {
  if (purpose === 'confirm') return [askedAt?.getTime()]
  return purpose === 'address' ? [newAddress, newAddressAt?.getTime()] : []
}
