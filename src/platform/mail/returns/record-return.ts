import { type RawBuilder, sql } from 'kysely'
import { isId } from '../../context/identifier.ts'
import type { Application } from '../../http/application.ts'
import type { MailReturn, ReturnKind } from './mail-return.ts'

/**
 * Writes down that a mail, or a reader’s letter of a mailing, came back; returns whether it is one of ours. A second report changes
 * nothing unless it is worse: a complaint replaces a box that is not there, and that replaces a box that is full.
 */
export async function recordReturn(
  { database, clock }: Pick<Application, 'database' | 'clock'>,
  { messageId, recipient, kind, words }: MailReturn,
): Promise<boolean> {
  const [id = '', readerId] = /^<([^@<>]+)@[^@<>]+>$/.exec(messageId)?.[1]?.split('.') ?? []
  if (!isId(id)) return false
  const setting = sql`
    set returned_at = case when ${isWorse(kind)} then ${clock.now().toString()}::timestamptz else returned_at end,
      return_words = case when ${isWorse(kind)} then ${words} else return_words end,
      return_kind = case when ${isWorse(kind)} then ${kind} else return_kind end,
      told_at = case when ${isWorse(kind)} then null else told_at end`
  // The sender of a report about another address has not read our mail to this one. Reports of a forwarded mail name neither.
  const isTheirs = sql`(${recipient}::text is null or lower(to_address) = ${recipient?.toLowerCase() ?? null})`
  const write = async (update: RawBuilder<unknown>) => (await update.execute(database)).rows.length > 0
  if (readerId === undefined)
    return write(
      sql`update platform_mail ${setting} where mail_id = ${id}::uuid and ${isTheirs} returning mail_id`,
    )
  if (!isId(readerId)) return false
  // What was never tried cannot have come back.
  return write(sql`
    update platform_mailing_reader ${setting}
    where mailing_id = ${id}::uuid and reader_id = ${readerId}::uuid and attempts > 0 and ${isTheirs} returning reader_id`)
}

const byGravity: readonly ReturnKind[] = ['soft', 'hard', 'complaint']
const gravity = (kind: RawBuilder<unknown>) => sql`array_position(${[...byGravity]}::text[], ${kind})`
const isWorse = (kind: ReturnKind) => sql<boolean>`
  (return_kind is null or ${gravity(sql`${kind}::text`)} > ${gravity(sql`return_kind`)})`
