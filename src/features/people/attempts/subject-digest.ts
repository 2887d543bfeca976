import { createHmac } from 'node:crypto'

/** A keyed digest under which attempts are counted: the address cannot be read back from it. */
export function subjectDigest(secret: string, subject: string): string {
  return createHmac('sha256', secret).update(`attempt ${subject}`).digest('base64url')
}
