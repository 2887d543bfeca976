import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from './identifier.ts'

/** A link's token: an id that only this server can have signed, for one purpose. */
export function signId(secret: string, purpose: string, id: string): string {
  return `${id}.${signatureOf(secret, purpose, id)}`
}

/** The id in a token that this server signed for the purpose; null for any other text. */
export function readSignedId(secret: string, purpose: string, token: string): string | null {
  const [id = '', signature = ''] = token.split('.')
  if (!isId(id)) return null
  const [own, given] = [Buffer.from(signatureOf(secret, purpose, id)), Buffer.from(signature)]
  return own.length === given.length && timingSafeEqual(own, given) ? id : null
}

function signatureOf(secret: string, purpose: string, id: string): string {
  return createHmac('sha256', secret).update(`${purpose} ${id}`).digest('base64url')
}
