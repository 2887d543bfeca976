import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** The pairs of organisations that a network has a cooperation of, each as `id id` in order; ties of three count as three pairs. */
export async function listKnownPairs(context: Context, networkId: string): Promise<Set<string>> {
  const { rows } = await sql<{ pair: string }>`
    select distinct a.organisation_id::text || ' ' || b.organisation_id::text as pair
    from registry_party a
    join registry_party b on b.cooperation_id = a.cooperation_id and b.organisation_id > a.organisation_id
    where a.network_id = ${networkId} and a.capacity = 'party' and b.capacity = 'party'
  `.execute(context.database)
  return new Set(rows.map(({ pair }) => pair))
}
