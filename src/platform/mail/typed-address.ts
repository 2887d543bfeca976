import { z } from 'zod'
import type { PlainMessageKey } from '../i18n/translate.ts'
import { readMailAddress } from './mail-address.ts'

/** A typed address to which mail is sent: read, or refused with what is wrong with it. */
export const typedAddress = z
  .string()
  .trim()
  .min(1)
  .transform((typed, refining): string => {
    const read = readMailAddress(typed)
    if (read !== null) return read
    refining.addIssue({ code: 'custom', message: whyRefused(typed) })
    return z.NEVER
  })

/** Why an address is refused: distinguishes those that other systems may take from what is no address. */
function whyRefused(typed: string): PlainMessageKey {
  const local = typed.slice(0, Math.max(0, typed.lastIndexOf('@')))
  if (/^"[^\n]*"$/.test(local)) return 'ui.form.emailQuoted'
  return /^[^\s@\p{C}]+$/u.test(local) && /[^\p{ASCII}]/u.test(local)
    ? 'ui.form.emailMailbox'
    : 'ui.form.email'
}
