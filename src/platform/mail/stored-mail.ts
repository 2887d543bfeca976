import type { Connection } from '../database/connection.ts'
import { type InterfaceLanguage, interfaceLanguageFor } from '../i18n/languages.ts'
import type { MailBlock, MailList, StoredMailCalendar } from './mail.ts'
import { type ReturnKind, returnKinds } from './returns/mail-return.ts'

/** A mail as the outbox keeps it. */
export interface StoredMail {
  id: string
  networkId: string | null
  kind: string
  language: InterfaceLanguage
  toAddress: string
  toName: string
  replyTo: string | null
  thread: string[]
  subject: string
  /** Null once it was removed. */
  body: MailBlock[] | null
  list: MailList | null
  calendar: StoredMailCalendar | null
  isSecret: boolean
  readableBy: string | null
  writtenAt: Date
  uselessAt: Date
  attempts: number
  nextAttemptAt: Date | null
  lastError: string | null
  sentAt: Date | null
  failedAt: Date | null
  /** When it came back although it had left, how, and in which words. */
  returnedAt: Date | null
  returnKind: ReturnKind | null
  returnWords: string | null
}

export const storedMailColumns = [
  'mail_id as id',
  'network_id as networkId',
  'kind',
  'language',
  'to_address as toAddress',
  'to_name as toName',
  'reply_to as replyTo',
  'thread',
  'subject',
  'body',
  'list',
  'calendar',
  'is_secret as isSecret',
  'readable_by as readableBy',
  'written_at as writtenAt',
  'useless_at as uselessAt',
  'attempts',
  'next_attempt_at as nextAttemptAt',
  'last_error as lastError',
  'sent_at as sentAt',
  'failed_at as failedAt',
  'returned_at as returnedAt',
  'return_kind as returnKind',
  'return_words as returnWords',
] as const

/** Selects mails of the outbox without asking who may see them: policies are the caller's. */
export function selectMails(database: Connection) {
  return database.selectFrom('platform_mail').select(storedMailColumns)
}

/** A row of the table as a mail. */
export function asStoredMail(
  row: Omit<StoredMail, 'language' | 'returnKind'> & { language: string; returnKind: string | null },
): StoredMail {
  return {
    ...row,
    language: interfaceLanguageFor(row.language),
    returnKind: returnKinds.find((kind) => kind === row.returnKind) ?? null,
  }
}
