import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { forgetProofs } from './list/commands.ts'
import { confirmationDays, returnDays } from './subscription.ts'

/** How long after somebody left it is kept that they had agreed: as long as they may complain of it. */
const proofYears = 3
/** As long as the mailings are known of which something came back. */
const returnYears = 1

/**
 * Forgets what nobody confirmed in a week, the address of whoever left once they may not come back by their link any more, and in the end
 * that they had agreed, with the document that shows it. That they left is kept for good, as a hash.
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
  // What servers say names the address.
  await sql`
    delete from newsletter_return r using newsletter_subscription s
    where s.subscription_id = r.subscription_id
      and (s.address is null or r.returned_at < ${now}::timestamptz - ${returnYears} * interval '1 year')
  `.execute(database)
  await forgetProofs(context)
}
