import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** Facts as they are kept once they change no more. */
export interface FrozenFacts {
  /** Canonical JSON. */
  text: string
  /** SHA-256 of its bytes, in hex. */
  digest: string
}

/**
 * A value as canonical JSON (RFC 8785): equal values give equal bytes, on whichever machine and in whichever order their fields were set.
 * Throws on what JSON cannot hold: NaN, half a character, a circle.
 */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError(`No JSON holds a value of type ${typeof value}`)
  return text
}

/** Freezes facts; throws as `canonicalText` does. */
export function freezeFacts(facts: object): FrozenFacts {
  const text = canonicalText(facts)
  return { text, digest: sha256(text) }
}

/** The digest that facts have once they are frozen: SHA-256 of their canonical JSON, in hex. */
export function digestOf(facts: object): string {
  return freezeFacts(facts).digest
}

/** Whether the text of frozen facts is still the one that had the digest. */
export function verifyDigest({ text, digest }: FrozenFacts): boolean {
  return sha256(text) === digest
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
