import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Why something that anybody may send is held: a field hidden from people was filled in, it came too fast, it is full of links, it was sent
 * before, much came that day.
 */
export const holdings = ['trap', 'fast', 'links', 'repeated', 'crowd'] as const
export type Holding = (typeof holdings)[number]

const fastestMs = 3000
const longestMs = 24 * 60 * 60 * 1000
const mostLinks = 2

interface Sent {
  /** Everything that was typed in sentences. */
  texts: readonly string[]
  /** A field that is hidden from people. */
  trap: string
  /** When the form was drawn, as `signMoment` wrote it. */
  begun: string
  /** How often identical words came lately. */
  repeated: number
  /** More came from all together than people send. */
  isCrowd?: boolean
}

/** Why something is likely spam; null for what looks like a person. Nothing is lost: what is held can be released. */
export function holdFor(
  { texts, trap, begun, repeated, isCrowd = false }: Sent,
  secret: string,
  nowMs: number,
): Holding | null {
  if (trap !== '') return 'trap'
  const drawnAt = readMoment(secret, begun)
  if (drawnAt === null || nowMs - drawnAt < fastestMs || nowMs - drawnAt > longestMs) return 'fast'
  const links = texts.join(' ').match(/https?:\/\/|www\./gi) ?? []
  if (links.length > mostLinks) return 'links'
  if (repeated > 0) return 'repeated'
  return isCrowd ? 'crowd' : null
}

/** Why something is held once its sender has confirmed it from their mail: whoever does that is a person, however fast they type. */
export function heldOnceConfirmed<H extends string>(heldFor: H | null): H | null {
  return heldFor === 'fast' ? null : heldFor
}

/** A moment that comes back with a form, signed so that it cannot be forged. */
export function signMoment(secret: string, atMs: number): string {
  return `${atMs}.${signatureOf(secret, String(atMs))}`
}

function readMoment(secret: string, text: string): number | null {
  const [at = '', signature = ''] = text.split('.')
  const [own, given] = [Buffer.from(signatureOf(secret, at)), Buffer.from(signature)]
  return /^\d{1,15}$/.test(at) && own.length === given.length && timingSafeEqual(own, given)
    ? Number(at)
    : null
}

function signatureOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`moment ${text}`).digest('base64url')
}
