import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

const dayMs = 86_400_000

/** How much came to a network in the last day from people without an account: identical words, from one address, from everybody. */
export async function countSentLately(
  { clock, database }: Context,
  networkId: string,
  { text, address }: { text: string; address: string },
): Promise<{ repeated: number; fromAddress: number; all: number }> {
  const since = new Date(clock.now().epochMilliseconds - dayMs)
  return database
    .selectFrom('partners_introduction as i')
    .select([
      sql<number>`count(*) filter (where exists (select 1 from partners_introduction_message m
        where m.introduction_id = i.introduction_id and m.text = ${text}))::int`.as('repeated'),
      sql<number>`count(*) filter (where lower(i.sender_address) = lower(${address}))::int`.as('fromAddress'),
      sql<number>`count(*)::int`.as('all'),
    ])
    .where('i.network_id', '=', networkId)
    .where('i.sender_address', 'is not', null)
    .where('i.created_at', '>', since)
    .executeTakeFirstOrThrow()
}

/** Whether talks about a wish are going on with an authority already. */
export async function lookUpGoingOn(
  { database }: Context,
  networkId: string,
  { wishId, organisationId }: { wishId: string; organisationId: string },
): Promise<boolean> {
  const found = await database
    .selectFrom('partners_introduction')
    .select('introduction_id')
    .where('network_id', '=', networkId)
    .where('wish_id', '=', wishId)
    .where('organisation_id', '=', organisationId)
    .where('confirmed_at', 'is not', null)
    .where('declined_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}
