import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataRecord,
  type DataSubject,
} from '../../../platform/personal-data/personal-data.ts'

/** A person’s subscriptions, requested, current or ended, with choices and consent. */
export async function listSubscriberData(
  { database }: Context,
  { personId, addresses }: DataSubject,
): Promise<CollectedData[]> {
  const { rows } = await sql<DataRecord>`
    select n.name as network, s.address, s.language, s.country, s.created_at as "madeAt", s.consent_at as "consentedAt",
      s.consent_words as text, s.consent_version as version, s.left_at as "endedAt",
      concat_ws(' ', nullif(s.left_word, ''), (
        select string_agg(r.words, ' ' order by r.returned_at) from newsletter_return r where r.subscription_id = s.subscription_id
      )) as reason
    from newsletter_subscription s join networks_network n on n.network_id = s.network_id
    where lower(s.address) = any(${addresses}::text[]) or lower(s.new_address) = any(${addresses}::text[])
      or s.person_id = ${personId}::uuid
    order by s.subscription_id
  `.execute(database)
  return collected('subscriptions', rows)
}
