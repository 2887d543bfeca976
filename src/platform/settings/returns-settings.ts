import { z } from 'zod'
import { type Mailbox, readMailAddress } from '../mail/mail-address.ts'

const protocols = ['imaps:', 'imap:', 'pop3s:', 'pop3:']

/** How mails that come back are read. */
export interface ReturnsSettings {
  /** The mailbox that is read, with its password; null: none. */
  url: string | null
  /** Where mail servers send mails back to: the envelope’s sender. */
  address: string
  /** The key with which a mail service signs its reports of returns; null: none are taken. */
  key: string | null
}

/** A mailbox with its account, read by IMAP or POP3. */
export const mailbox = z
  .string()
  .refine(
    isMailbox,
    'an address that begins with imaps://, imap://, pop3s:// or pop3://: USER:PASSWORD@, a host, a port if need be, by IMAP a folder',
  )
  .optional()

export const returnsSchema = {
  RETURNS_URL: mailbox,
  RETURN_ADDRESS: z
    .string()
    .refine((text) => readMailAddress(text) !== null, 'an e-mail address')
    .optional(),
  RETURNS_KEY: z.string().min(32, 'at least 32 characters').optional(),
}

export function readReturnsSettings(
  read: Partial<Record<keyof typeof returnsSchema, string | undefined>>,
  sender: Mailbox,
): ReturnsSettings {
  return {
    url: read.RETURNS_URL ?? null,
    address: read.RETURN_ADDRESS ?? sender.address,
    key: read.RETURNS_KEY ?? null,
  }
}

function isMailbox(text: string): boolean {
  const url = URL.parse(text)
  if (
    !url ||
    !protocols.includes(url.protocol) ||
    url.hostname === '' ||
    url.username === '' ||
    url.password === ''
  )
    return false
  // Ports that are wrong make no URL; a folder is known by IMAP alone.
  if (url.search !== '' || url.hash !== '') return false
  if (url.protocol.startsWith('pop3') && !['', '/'].includes(url.pathname)) return false
  return [url.username, url.password, url.pathname].every(isDecodable)
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
