import { createHmac } from 'node:crypto'

/** How many attempts are allowed in how many minutes. */
export interface Limit {
  kind: string
  most: number
  minutes: number
}

/** Links sent to one account: counted by the address typed in, so that the limit reveals nothing about accounts. */
export const linksAnAddress: Limit = { kind: 'link-to', most: 5, minutes: 15 }

/** Links requested from one place. */
export const linksAPlace: Limit = { kind: 'link-from', most: 20, minutes: 60 }

/** Unknown tokens sent from one place: see `countUnknown`. */
export const wrongTokens: Limit = { kind: 'wrong-token', most: 30, minutes: 60 }

/** Invalid API tokens sent from one place. */
export const wrongApiTokens: Limit = { kind: 'wrong-api-token', most: 30, minutes: 60 }

/** A keyed digest under which attempts are counted: the address cannot be read back from it. */
export function subjectDigest(secret: string, subject: string): string {
  return createHmac('sha256', secret).update(`attempt ${subject}`).digest('base64url')
}
