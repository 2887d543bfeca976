import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { ReturnKind } from '../../../../platform/mail/returns/mail-return.ts'
import type { Subscription } from '../subscription.ts'
import type { SoftReturn } from './patience.ts'

type Services = Pick<Context, 'database'>

/** The last return of a subscription, and their number. */
export interface LastReturn {
  kind: ReturnKind
  words: string
  leftAt: Date
  count: number
}

/** The last returns of these subscriptions, by their ids. */
export async function listLastReturns(
  { database }: Services,
  ids: readonly string[],
): Promise<Map<string, LastReturn>> {
  const { rows } = await sql<LastReturn & { id: string }>`
    select distinct on (subscription_id) subscription_id as id, kind, words, returned_at as "leftAt",
      (count(*) over (partition by subscription_id))::int as count
    from newsletter_return where subscription_id = any(${[...ids]}::uuid[])
    order by subscription_id, returned_at desc
  `.execute(database)
  return new Map(rows.map(({ id, ...last }) => [id, last]))
}

export async function listSoftReturns({ database }: Services, id: string): Promise<SoftReturn[]> {
  const { rows } = await sql<SoftReturn>`
    select returned_at as "leftAt" from newsletter_return where subscription_id = ${id}::uuid and kind = 'soft'
  `.execute(database)
  return rows
}

/** When a letter to the reader’s present address last left without coming back. */
export async function lookUpLastThrough(
  { database }: Services,
  { id, networkId, address }: Subscription,
): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(r.ended_at) as at
    from platform_mailing m
    join platform_mailing_reader r on r.mailing_id = m.mailing_id and r.reader_id = ${id}::uuid
    where m.network_id = ${networkId}::uuid and r.state = 'sent' and r.return_kind is null and r.to_address = ${address}
  `.execute(database)
  return rows[0]?.at ?? null
}
