import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { forgetProofs } from './list/commands.ts'
import { confirmationDays, returnDays } from './subscription.ts'

/** Years for which consent is kept after a reader left: as long as they may complain. */
const proofYears = 3
/** Years for which returns are kept: as long as their mailings are known. */
const returnYears = 1

/**
 * Deletes requests unconfirmed for a week, addresses of readers who left once their link no longer lets them return, and in the end the
 * consent with its document. That a reader left is kept for good, as a digest.
 */
export async function forgetSubscribers(context: Context): Promise<void> {
  const { clock, database } = context
  const now = clock.now().toString()
  await sql`
    delete from newsletter_subscription
    where (state = 'unconfirmed' and asked_at < ${now}::timestamptz - ${confirmationDays} * interval '1 day')
      or (state = 'left' and left_at < ${now}::timestamptz - ${proofYears} * interval '1 year'
        and (asked is null or asked_at < ${now}::timestamptz - ${confirmationDays} * interval '1 day'))
  `.execute(database)
  await sql`
    update newsletter_subscription set asked = null
    where asked is not null and asked_at < ${now}::timestamptz - ${confirmationDays} * interval '1 day'
  `.execute(database)
  await sql`
    update newsletter_subscription set new_address = null, new_address_at = null
    where new_address_at < ${now}::timestamptz - ${confirmationDays} * interval '1 day'
  `.execute(database)
  await sql`
    update newsletter_subscription set address = null, left_word = ''
    where state = 'left' and address is not null and asked is null
      and left_at < ${now}::timestamptz - ${returnDays} * interval '1 day'
  `.execute(database)
  // Messages of servers contain the address.
  await sql`
    delete from newsletter_return r using newsletter_subscription s
    where s.subscription_id = r.subscription_id
      and (s.address is null or r.returned_at < ${now}::timestamptz - ${returnYears} * interval '1 year')
  `.execute(database)
  await forgetProofs(context)
}
