import type { StoredMail } from '../../platform/mail/stored-mail.ts'

export const mailStates = ['waiting', 'retrying', 'sent', 'failed'] as const
export type MailState = (typeof mailStates)[number]

/** How a mail stands, from what has happened to it. */
export function stateOf(mail: Pick<StoredMail, 'sentAt' | 'failedAt' | 'lastError'>): MailState {
  if (mail.sentAt !== null) return 'sent'
  if (mail.failedAt !== null) return 'failed'
  return mail.lastError === null ? 'waiting' : 'retrying'
}
