import { createHmac, timingSafeEqual } from 'node:crypto'

const overTls = '__Host-entente'
const plain = 'entente'

/** The cookie’s name. Over TLS, browsers accept it from this host alone, for all of it and never in the clear. */
export function cookieName(baseUrl: string): string {
  return isOverTls(baseUrl) ? overTls : plain
}

/** The session’s own end decides how long it lasts, so the cookie itself lasts as long as it may. */
export function cookieAttributes(baseUrl: string) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isOverTls(baseUrl),
    maxAge: longestSeconds,
  } as const
}

const longestSeconds = 400 * 86_400

/** Signs a session token: one that was not signed here is refused before the database is asked. */
export function signToken(secret: string, token: string): string {
  return `${token}.${signatureOf(secret, token)}`
}

/** The token of a signed value, or null if it was not signed here. */
export function readSignedToken(secret: string, value: string): string | null {
  const dot = value.lastIndexOf('.')
  if (dot < 1 || value.length > longestValue) return null
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1))
  const expected = Buffer.from(signatureOf(secret, token))
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

const longestValue = 300

// Signs as better-auth signs its cookies, so that a session begun by a passkey reads like the others.
function signatureOf(secret: string, token: string): string {
  return createHmac('sha256', secret).update(token).digest('base64')
}

function isOverTls(baseUrl: string): boolean {
  return baseUrl.startsWith('https:')
}
