import type { StoredMail } from '../../platform/mail/stored-mail.ts'

export const mailStates = ['waiting', 'retrying', 'sent', 'failed', 'returned'] as const
export type MailState = (typeof mailStates)[number]

/** The state of a mail, from what has happened to it. */
export function stateOf(
  mail: Pick<StoredMail, 'sentAt' | 'failedAt' | 'lastError' | 'returnedAt'>,
): MailState {
  if (mail.returnedAt !== null) return 'returned'
  if (mail.sentAt !== null) return 'sent'
  if (mail.failedAt !== null) return 'failed'
  return mail.lastError === null ? 'waiting' : 'retrying'
}
