import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { selectSubscriptions } from '../../subscribers/queries.ts'
import type { Subscription } from '../../subscribers/subscription.ts'
import { readersOf, type Sending } from '../sending.ts'

type Meant = Pick<Sending, 'networkId' | 'kind' | 'issueId'>

/**
 * SQL: whether the subscription `s` is to get this sending. A reader who got the issue by a sending that was then cancelled does not get it
 * again.
 */
export function isMeant({ networkId, kind, issueId }: Meant): RawBuilder<boolean> {
  return sql<boolean>`
    s.network_id = ${networkId} and s.state = 'subscribed' and s.frequency = any(${[...readersOf[kind]]}::text[])
    and not exists (
      select from newsletter_suppression p
      where p.network_id = s.network_id and p.address_digest = s.address_digest
    )
    and not exists (
      select from newsletter_sending before
      join platform_mailing_reader r on r.mailing_id = before.mailing_id and r.reader_id = s.subscription_id
      where before.issue_id = ${issueId} and before.cancelled_at is not null and r.state = 'sent'
    )
  `
}

/** The next readers of a sending, by their ids. */
export function listNextReaders(
  context: Pick<Context, 'database'>,
  sending: Meant,
  after: string | null,
  limit: number,
): Promise<Subscription[]> {
  const later = after === null ? sql`true` : sql`s.subscription_id > ${after}::uuid`
  return selectSubscriptions(
    context,
    sql`${isMeant(sending)} and ${later}`,
    sql`order by s.subscription_id limit ${limit}`,
  )
}

/** The readers of a sending with these ids, locked until the transaction ends so that none leaves or moves meanwhile. */
export function listHeldReaders(
  context: Pick<Context, 'database'>,
  sending: Meant,
  ids: readonly string[],
): Promise<Subscription[]> {
  return selectSubscriptions(
    context,
    sql`${isMeant(sending)} and s.subscription_id = any(${ids}::uuid[])`,
    sql`order by s.subscription_id for update`,
  )
}
