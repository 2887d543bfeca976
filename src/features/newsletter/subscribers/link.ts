import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ReaderPlace } from '../../../platform/mail/mailing/reader-changes.ts'
import { paths } from './paths.ts'
import type { Subscription } from './subscription.ts'

/** What a link lets its reader do: confirm a request, manage their subscription, leave, or move to a new address. */
export type LinkPurpose = 'confirm' | 'preferences' | 'leaving' | 'address'

type Linked = Pick<Subscription, 'id' | 'serial' | 'askedAt' | 'newAddress' | 'newAddressAt'>

const shape = /^([0-9a-f]{32})([0-9a-f]{48})$/

/**
 * The token in a link of a subscription. It is not stored, and cannot be forged without this server’s secret, so a mail to a hundred
 * thousand readers needs no row per link. It consists of hexadecimal digits, which no mail program cuts off.
 */
export function tokenFor(secret: string, purpose: LinkPurpose, subscription: Linked): string {
  return `${subscription.id.replaceAll('-', '')}${signatureOf(secret, purpose, subscription)}`
}

/** The id of the subscription that a token claims; null for anything else. */
export function idInToken(token: string): string | null {
  const [, id] = shape.exec(token) ?? []
  return id?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') ?? null
}

/** Whether a token was made for this purpose and for the present state of this subscription. */
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

// A newer mail makes the links of the earlier one invalid.
function whatIsAnswered(purpose: LinkPurpose, { askedAt, newAddress, newAddressAt }: Linked): unknown[] {
  if (purpose === 'confirm') return [askedAt?.getTime()]
  return purpose === 'address' ? [newAddress, newAddressAt?.getTime()] : []
}

/** A keyed digest of an address: it recognises the address again, and without this server’s secret nobody can read the address from it. */
export function addressDigest(secret: string, address: string): string {
  return createHmac('sha256', secret)
    .update(`newsletter address ${address.toLowerCase()}`)
    .digest('base64url')
}

/** The address of a reader, with the two links that act for them. */
export function placeOf(
  network: { slug: string },
  subscription: Subscription,
  { baseUrl, secret }: { baseUrl: string; secret: string },
): ReaderPlace {
  const { language, address } = subscription
  const link = (purpose: 'preferences' | 'leaving') =>
    baseUrl + paths[purpose](language, network.slug, tokenFor(secret, purpose, subscription))
  return {
    address: address ?? '',
    preferencesAddress: link('preferences'),
    unsubscribeAddress: link('leaving'),
  }
}
