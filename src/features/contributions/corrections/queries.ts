import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

const dayMs = 86_400_000

/** How often the same words came in the last day, and how much one address sent; answers by a link come many at once, and do not count. */
export async function countLately(
  { database, clock }: Context,
  { words, address }: { words: string; address: string },
): Promise<{ repeated: number; fromAddress: number }> {
  const since = new Date(clock.now().epochMilliseconds - dayMs)
  return database
    .selectFrom('contributions_suggestion')
    .select([
      sql<number>`count(*) filter (where words = ${words})::int`.as('repeated'),
      sql<number>`count(*) filter (where sender_address = ${address})::int`.as('fromAddress'),
    ])
    .where('is_from_reader', '=', true)
    .where('document', 'is', null)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
}

export interface Correction {
  id: string
  networkId: string
  kind: string
  recordId: string
  words: string
  source: string
  name: string
  address: string | null
  language: string
  isConfirmed: boolean
  heldFor: string | null
  decision: string | null
  decisionReason: string
}

/** A reader’s correction, or null. */
export async function lookUpCorrection(
  { database }: Context,
  networkId: string,
  id: string,
): Promise<Correction | null> {
  const { rows } = await sql<Correction>`
    select suggestion_id as id, network_id as "networkId", record_kind as kind, record_id as "recordId", words, source,
      sender_name as name, sender_address as address, language, confirmed_at is not null as "isConfirmed",
      held_for as "heldFor", decision, decision_reason as "decisionReason"
    from contributions_suggestion
    where network_id = ${networkId} and suggestion_id = ${id} and is_from_reader
  `.execute(database)
  return rows[0] ?? null
}
