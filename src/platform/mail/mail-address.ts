import { domainToASCII } from 'node:url'
import { z } from 'zod'
import type { PlainMessageKey } from '../i18n/translate.ts'

export interface Mailbox {
  name: string
  address: string
}

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const domainName =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
const longestLocalPart = 64
const longestAddress = 254

/**
 * An address that every mail server takes, its domain in ASCII: `mairie@xn--vian-9ra.fr` for `mairie@évian.fr`. Null for
 * anything else, also for quoted local parts and those beyond ASCII, which few servers deliver.
 */
export function readMailAddress(text: string): string | null {
  const at = text.lastIndexOf('@')
  const [local, given] = [text.slice(0, at), text.slice(at + 1)]
  if (at < 1 || local.length > longestLocalPart || !localPart.test(local)) return null
  // Signs of an address bar, which the conversion to ASCII would take away in silence.
  if (/[\s/\\?#@:%[\]\p{C}]/u.test(given)) return null
  const domain = domainToASCII(given)
  const address = `${local}@${domain}`
  return domainName.test(domain) && address.length <= longestAddress ? address : null
}

/** `Name <address>` or an address alone, as MAIL_FROM takes them; null for anything else. */
export function readMailbox(text: string): Mailbox | null {
  const [, quoted = '', inBrackets] = /^([^<>]*)<([^<>]*)>$/.exec(text) ?? []
  const address = readMailAddress(inBrackets ?? text)
  const name = quoted.trim().replace(/^"(.*)"$/, '$1')
  return address === null || /[\p{C}"]/u.test(name) ? null : { name, address }
}

/** A mailbox as people write it. */
export function mailboxInWords({ name, address }: Mailbox): string {
  return name === '' ? address : `${name} <${address}>`
}

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
