import { newToken } from '../../../platform/context/secret-token.ts'

const mark = 'ent_'
const shown = mark.length + 8

/** A new token for programs. Its prefix lets scanners of published code find one left there. */
export function newSecret(): string {
  return mark + newToken()
}

/** Whether a text has the form of a token. Any other text is not looked up. */
export function isSecret(text: string): boolean {
  return /^ent_[0-9a-f]{48}$/.test(text)
}

/** The part of a token that its owner may see again. */
export function prefixOf(secret: string): string {
  return secret.slice(0, shown)
}
