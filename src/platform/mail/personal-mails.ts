import { sql } from 'kysely'
import type { Context } from '../context/context.ts'
import { eraseFrom } from '../personal-data/erase-from.ts'
import { collected, type PersonalData } from '../personal-data/personal-data.ts'
import { forgetReaders } from './mailing/reader-changes.ts'

/** Mails to a person, and those to others that name them. */
export const personalMails: PersonalData = {
  collect: async ({ database }, { addresses }) => {
    const mails = await database
      .selectFrom('platform_mail')
      .select(['subject', 'to_address as address', 'to_name as name', 'written_at as writtenAt', 'is_secret'])
      .where('to_address', '=', sql<string>`any(${addresses}::text[])`)
      .orderBy('mail_id', 'desc')
      .execute()
    const letters = await database
      .selectFrom('platform_mailing_reader as r')
      .innerJoin('platform_mailing_version as v', (join) =>
        join.onRef('v.mailing_id', '=', 'r.mailing_id').onRef('v.version_key', '=', 'r.version_key'),
      )
      .select(['v.subject', 'r.to_address as address', 'r.to_name as name', 'r.due_at as writtenAt'])
      .where(sql`lower(r.to_address)`, '=', sql<string>`any(${addresses}::text[])`)
      .orderBy('r.due_at', 'desc')
      .execute()
    return collected(
      'mails',
      [...mails, ...letters].map(({ subject, address, name, writtenAt }) => ({
        subject,
        address,
        name,
        writtenAt,
      })),
    )
  },

  erase: async (context, subject) => {
    await removeMailsTo(context, subject.addresses)
    await forgetReaders(context, subject.addresses)
    await eraseFrom(context, subject, [
      {
        table: 'platform_mail',
        own: { address: 'reply_to', left: { reply_to: null } },
        key: ['mail_id'],
        texts: ['to_name', 'subject', 'body', 'calendar', 'last_error', 'return_words', 'thread'],
      },
      // Its row stays without them: the same mail is not taken twice.
      {
        table: 'platform_inbound_mail',
        own: { address: 'from_address', left: { from_address: '', counted_as: '', cut: null } },
        key: ['inbound_id'],
        texts: ['cut'],
      },
      { table: 'platform_mailing', own: { address: 'reply_to', left: { reply_to: null } } },
      // What is still to leave, and what is kept of what has left.
      {
        table: 'platform_mailing_version',
        key: ['mailing_id', 'version_key'],
        texts: ['sender', 'subject', 'html', 'plain'],
      },
      {
        table: 'platform_mailing_reader',
        key: ['mailing_id', 'reader_id'],
        texts: ['words', 'return_words'],
      },
    ])
  },
}

/** Removes the mails to a person, of one kind or of all, whether or not they have left. */
export async function removeMailsTo(
  { database }: Pick<Context, 'database'>,
  addresses: readonly string[],
  kind: string | null = null,
): Promise<void> {
  await database
    .deleteFrom('platform_mail')
    .where(sql`lower(to_address)`, '=', sql`any(${addresses}::text[])`)
    .where(sql<boolean>`(${kind}::text is null or kind = ${kind})`)
    .execute()
}
