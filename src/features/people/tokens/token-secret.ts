import { newToken } from '../../../platform/context/secret-token.ts'

const mark = 'ent_'
const shown = mark.length + 8

/** A new token for programs: its beginning lets scanners of published code find one that was left there. */
export function newSecret(): string {
  return mark + newToken()
}

/** Whether a text has the form of a token: what has not is looked up nowhere. */
export function isSecret(text: string): boolean {
  return /^ent_[0-9a-f]{48}$/.test(text)
}

/** As much of a token as its owner may see again. */
export function prefixOf(secret: string): string {
  return secret.slice(0, shown)
}
