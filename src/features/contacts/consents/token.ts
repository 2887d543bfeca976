import { createHash, randomBytes } from 'node:crypto'

/** How long somebody may take to answer. */
export const consentDays = 60

/** What stands in the link: letters that nobody guesses. */
export function newConsentToken(): string {
  return randomBytes(24).toString('base64url')
}

/** What is kept of it. */
export function consentDigest(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
