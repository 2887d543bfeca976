import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

/** What a network is counted by. */
export interface Figures {
  /** Cooperations that its list shows. */
  cooperations: number
  /** Authorities that look for a partner. */
  seeking: number
}

/** How many cooperations a network lists and how many authorities look for a partner, as known on the context's day. */
export async function countFigures(context: Context, networkId: string): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select
      (select count(*)::int from registry_cooperation
        where network_id = ${networkId} and listed and known_on <= ${context.today}) as cooperations,
      (select count(*)::int from registry_interest
        where network_id = ${networkId} and known_on <= ${context.today}) as seeking
  `.execute(context.database)
  return rows[0] ?? { cooperations: 0, seeking: 0 }
}
