import { sql } from 'kysely'
import type { Context } from '../context/context.ts'
import type { Mail } from './mail.ts'

/**
 * The subject of a mail: in a conversation that of the first mail of it to the same address, after “Re:” as mail programs write it. Some of them
 * show what differs in more than that as another conversation.
 */
export async function subjectInThread(
  { database }: Pick<Context, 'database'>,
  { subject, thread = [], to }: Pick<Mail, 'subject' | 'thread' | 'to'>,
): Promise<string> {
  const [root] = thread
  if (root === undefined) return subject
  const first = await database
    .selectFrom('platform_mail')
    .select('subject')
    .where(sql<boolean>`thread[1] = ${root} and thread <> '{}'`)
    .where('to_address', '=', to.address)
    .orderBy('mail_id')
    .executeTakeFirst()
  return first === undefined ? subject : `Re: ${first.subject}`
}
