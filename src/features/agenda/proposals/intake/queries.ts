import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { EventDocument } from '../../events/document/schema.ts'

const dayMs = 86_400_000

/** How much came to a network in the last day: the same words, from the same address, and from everybody. */
export async function countProposedLately(
  { clock, database }: Context,
  networkId: string,
  { document, address }: { document: EventDocument; address: string },
): Promise<{ repeated: number; fromAddress: number; all: number }> {
  const since = new Date(clock.now().epochMilliseconds - dayMs)
  return database
    .selectFrom('agenda_proposal')
    .select([
      sql<number>`count(*) filter (where document -> 'title' = ${JSON.stringify(document.title)}::jsonb
        and document -> 'when' = ${JSON.stringify(document.when)}::jsonb)::int`.as('repeated'),
      sql<number>`count(*) filter (where lower(sender_address) = lower(${address}))::int`.as('fromAddress'),
      sql<number>`count(*)::int`.as('all'),
    ])
    .where('network_id', '=', networkId)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
}
