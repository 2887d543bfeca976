import { createHmac } from 'node:crypto'

/** Whoever tries is counted without being known: an address that cannot be read back. */
export function subjectDigest(secret: string, subject: string): string {
  return createHmac('sha256', secret).update(`attempt ${subject}`).digest('base64url')
}
