import { createHash, randomUUIDv7 } from 'node:crypto'

/** A new UUIDv7: made here, since not every database of the PostgreSQL family can. */
export function newId(): string {
  return randomUUIDv7()
}

/** Whether a text has the form of an identifier: what has not cannot be looked up. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
}

// 1 January 2024: reference data keeps the same identifiers on every installation, older than any other record.
const referenceTime = 1_704_067_200_000

/** The UUIDv7 of a piece of reference data such as `FR:commune:74119`, always the same for a key. */
export function stableId(key: string): string {
  const hash = createHash('sha256').update(key).digest('hex')
  const time = referenceTime.toString(16).padStart(12, '0')
  const variant = ((Number.parseInt(hash.slice(3, 4), 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`
}
