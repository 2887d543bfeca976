import { z } from 'zod'
import { readMailAddress } from '../mail/mail-address.ts'
import { mailbox } from './returns-settings.ts'

/** How answers by mail are taken. */
export interface AnswersSettings {
  /** The address to which they go, `TOKEN` or `*` standing for what tells them apart; null: mails lead to a page instead. */
  address: string | null
  /** The mailbox that is read, with its password; null: none. */
  url: string | null
  /** The key with which a mail service signs what it hands over; null: it hands over nothing. */
  key: string | null
  /** The server of ours whose word on senders is believed; null: signatures alone prove one. */
  authserv: string | null
}

export const answersSchema = {
  ANSWER_ADDRESS: z
    .string()
    .refine(isPattern, 'an e-mail address with TOKEN after a plus (answers+TOKEN@…), or *@ and a domain')
    .optional(),
  ANSWERS_URL: mailbox,
  ANSWERS_KEY: z.string().min(32, 'at least 32 characters').optional(),
  MAIL_AUTHSERV: z
    .string()
    .regex(/^[a-z0-9.-]{1,253}$/i, 'the name of a mail server')
    .optional(),
}

export function readAnswersSettings(
  read: Partial<Record<keyof typeof answersSchema, string | undefined>>,
): AnswersSettings {
  return {
    address: read.ANSWER_ADDRESS?.replace(/TOKEN(?=@)/, '*') ?? null,
    url: read.ANSWERS_URL ?? null,
    key: read.ANSWERS_KEY ?? null,
    authserv: read.MAIL_AUTHSERV?.toLowerCase() ?? null,
  }
}

function isPattern(text: string): boolean {
  const [, local] = /^((?:[^@+*]+\+)TOKEN|\*)@[^@*]+$/.exec(text) ?? []
  return local !== undefined && readMailAddress(text.replace(/(?:TOKEN|\*)(?=@)/, 'a'.repeat(32))) !== null
}
