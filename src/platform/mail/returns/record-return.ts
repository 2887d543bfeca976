import { sql } from 'kysely'
import { isId } from '../../context/identifier.ts'
import type { Application } from '../../http/application.ts'
import type { MailReturn } from './mail-return.ts'

/**
 * Writes down that a mail came back; answers whether it is one of ours. Told twice it stays as it was; what is worse
 * replaces what is better: a complaint a box that is not there, and that one a box that is full.
 */
export async function recordReturn(
  { database, clock }: Pick<Application, 'database' | 'clock'>,
  { messageId, recipient, kind, words }: MailReturn,
): Promise<boolean> {
  const id = /^<([^@<>]+)@[^@<>]+>$/.exec(messageId)?.[1] ?? ''
  if (!isId(id)) return false
  // Whoever sends us a report of another address has not read our mail to this one. Reports of a forwarded mail name neither.
  const { rows } = await sql<{ isRecipient: boolean }>`
    update platform_mail set
      returned_at = case when ${isWorse(kind)} then ${clock.now().toString()}::timestamptz else returned_at end,
      return_words = case when ${isWorse(kind)} then ${words} else return_words end,
      return_kind = case when ${isWorse(kind)} then ${kind} else return_kind end
    where mail_id = ${id}::uuid and (${recipient}::text is null or lower(to_address) = ${recipient})
    returning true as "isRecipient"
  `.execute(database)
  return rows.length > 0
}

const isWorse = (kind: string) => sql<boolean>`
  (return_kind is null or array_position(array['soft', 'hard', 'complaint'], ${kind}::text)
    > array_position(array['soft', 'hard', 'complaint'], return_kind))`
