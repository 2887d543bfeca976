import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

const journeySchema = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  language: z.string(),
  next: z.string().nullable(),
  /** Milliseconds since 1970 until which somebody may come back. */
  until: z.number(),
})

/** What a browser keeps, signed, while its owner is away at a provider: who comes back must be who left. */
export type Journey = z.infer<typeof journeySchema>

const journeyMinutes = 10

export function beginJourney(
  provider: string,
  language: string,
  next: string | null,
  nowMs: number,
): Journey {
  const secret = () => randomBytes(32).toString('base64url')
  const until = nowMs + journeyMinutes * 60_000
  return { provider, state: secret(), nonce: secret(), verifier: secret(), language, next, until }
}

export function writeJourney(secret: string, journey: Journey): string {
  const text = Buffer.from(JSON.stringify(journey)).toString('base64url')
  return `${text}.${signatureOf(secret, text)}`
}

/** The journey of a cookie, if it was signed here and has not lasted too long. */
export function readJourney(secret: string, cookie: string, nowMs: number): Journey | null {
  const [text = '', signature = ''] = cookie.split('.')
  const given = Buffer.from(signature)
  const expected = Buffer.from(signatureOf(secret, text))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const read = journeySchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  return read.success && read.data.until > nowMs ? read.data : null
}

function signatureOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`journey ${text}`).digest('base64url')
}
