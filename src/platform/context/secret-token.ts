import { createHash, randomBytes } from 'node:crypto'

/** The secret of a link: 48 figures that nobody guesses, and that no mail program cuts off at a hyphen. */
export function newToken(): string {
  return randomBytes(24).toString('hex')
}

/** What is kept of it: a reader of the database, or of a backup, can open no link. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
