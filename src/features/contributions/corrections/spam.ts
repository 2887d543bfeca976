import { createHmac, timingSafeEqual } from 'node:crypto'

/** Why a correction is held apart from the queue: a field that people do not see was filled in, it came too fast, it is full of links, it was sent before. */
export const holdings = ['trap', 'fast', 'links', 'repeated'] as const
export type Holding = (typeof holdings)[number]

const fastestMs = 3000
const longestMs = 24 * 60 * 60 * 1000
const mostLinks = 2

interface Sent {
  words: string
  source: string
  /** A field that is hidden from people. */
  trap: string
  /** When the form was drawn, as `signMoment` wrote it. */
  begun: string
  /** How often the same words came lately. */
  repeated: number
}

/** Why something is likely spam; null for what looks like a person. Nothing is lost: what is held can be released. */
export function holdFor(
  { words, source, trap, begun, repeated }: Sent,
  secret: string,
  nowMs: number,
): Holding | null {
  if (trap !== '') return 'trap'
  const drawnAt = readMoment(secret, begun)
  if (drawnAt === null || nowMs - drawnAt < fastestMs || nowMs - drawnAt > longestMs) return 'fast'
  const links = `${words} ${source}`.match(/https?:\/\/|www\./gi) ?? []
  if (links.length > mostLinks) return 'links'
  return repeated > 0 ? 'repeated' : null
}

/** A moment that comes back with a form, and that nobody else can have written. */
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
