import { atMostOne, matching } from '../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../platform/input/list-filter.ts'
import type { StoredMail } from '../../platform/mail/stored-mail.ts'

export const mailStates = ['waiting', 'retrying', 'sent', 'failed', 'returned'] as const

export const outboxFilter = listFilter({
  kind: matching(/^[a-z]+(\.[a-zA-Z]+)+$/),
  state: atMostOne(mailStates),
})
export type OutboxFilter = FilterOf<typeof outboxFilter>

type MailState = (typeof mailStates)[number]

/** The state of a mail, from what has happened to it. */
export function stateOf(
  mail: Pick<StoredMail, 'sentAt' | 'failedAt' | 'lastError' | 'returnedAt'>,
): MailState {
  if (mail.returnedAt !== null) return 'returned'
  if (mail.sentAt !== null) return 'sent'
  if (mail.failedAt !== null) return 'failed'
  return mail.lastError === null ? 'waiting' : 'retrying'
}
