import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { withdrawReaders } from '../../../platform/mail/mailing/reader-changes.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/**
 * Erases a person’s addresses and stops all mail to them. Of a confirmed subscription a digest stays, with the proof of consent. Their name
 * is erased from what others declared.
 */
export async function eraseSubscriber(context: Context, subject: DataSubject): Promise<void> {
  const { clock, database } = context
  const { addresses, personId } = subject
  const now = clock.now().toString()
  await sql`
    insert into newsletter_suppression (network_id, address_digest, kind, since)
    select network_id, address_digest, 'left', ${now}::timestamptz from newsletter_subscription
    where state <> 'unconfirmed' and (lower(address) = any(${addresses}::text[]) or person_id = ${personId}::uuid)
    on conflict do nothing
  `.execute(database)
  await sql`
    delete from newsletter_return r using newsletter_subscription s
    where s.subscription_id = r.subscription_id and (lower(s.address) = any(${addresses}::text[]) or s.person_id = ${personId}::uuid)
  `.execute(database)
  const { rows } = await sql<{ id: string }>`
    select subscription_id as id from newsletter_subscription
    where lower(address) = any(${addresses}::text[]) or person_id = ${personId}::uuid
    for update
  `.execute(database)
  await withdrawReaders(
    context,
    rows.map(({ id }) => id),
  )
  await sql`
    delete from newsletter_subscription where state = 'unconfirmed' and (lower(address) = any(${addresses}::text[]) or person_id = ${personId}::uuid)
  `.execute(database)
  await sql`
    update newsletter_subscription
    set state = 'left', left_at = coalesce(left_at, ${now}::timestamptz), left_by = coalesce(left_by, 'reader'), left_word = '',
      address = null, person_id = null, new_address = null, new_address_at = null, asked = null, serial = serial + 1
    where (lower(address) = any(${addresses}::text[]) or person_id = ${personId}::uuid)
  `.execute(database)
  await eraseFrom(context, subject, [
    {
      table: 'newsletter_audience',
      key: ['network_id'],
      texts: ['rule'],
      people: { decided_by: null },
    },
    // A forwarded letter may have come back from another person’s server.
    { table: 'newsletter_return', key: ['subscription_id', 'mail_id'], texts: ['words'] },
    {
      table: 'newsletter_subscription',
      own: { address: 'new_address', left: { new_address: null, new_address_at: null } },
      key: ['subscription_id'],
      texts: ['consent_words', 'left_word'],
      people: { declared_by: null },
    },
  ])
}
