import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { pairOf } from './pair-memory.ts'

/** The cooperations of a network by pair of organisations; a tie of three has three pairs. */
export type KnownPairs = ReadonlyMap<string, string>

/**
 * The pairs of organisations that have a cooperation in a network, as `pairOf` writes them: the parties themselves, and their
 * predecessors and successors. A tie between the two alone goes before one of several.
 */
export async function listKnownPairs(context: Context, networkId: string): Promise<KnownPairs> {
  const { rows } = await sql<{ id: string; one: string; other: string }>`
    select a.cooperation_id as id, a.organisation_id as one, b.organisation_id as other
    from registry_party a
    join registry_party b on b.cooperation_id = a.cooperation_id and b.organisation_id > a.organisation_id
    where a.network_id = ${networkId} and a.capacity = 'party' and b.capacity = 'party'
    order by (select count(*) from registry_party c where c.cooperation_id = a.cooperation_id and c.capacity = 'party') desc,
      a.cooperation_id desc
  `.execute(context.database)
  const relatives = await listRelativesOfParties(context, networkId)
  const known = new Map<string, string>()
  const family = (id: string) => [id, ...(relatives.get(id) ?? [])]
  for (const { id, one, other } of rows)
    if (relatives.has(one) || relatives.has(other))
      for (const first of family(one))
        for (const second of family(other)) if (first !== second) known.set(pairOf(first, second), id)
  for (const { id, one, other } of rows) known.set(pairOf(one, other), id)
  return known
}

/** The predecessors and successors of parties of a network’s ties; parties without any are left out. */
async function listRelativesOfParties(
  { database }: Context,
  networkId: string,
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; relative: string }>`
    with recursive asked as (
      select distinct p.organisation_id as id from registry_party p
      where p.network_id = ${networkId} and p.capacity = 'party' and (
        exists (select from directory_succession s where s.predecessor_id = p.organisation_id)
        or exists (select from directory_succession s where s.successor_id = p.organisation_id))
    ),
    later (id, relative, depth) as (
      select id, id, 0 from asked
      union select later.id, s.successor_id, depth + 1 from later
        join directory_succession s on s.predecessor_id = later.relative where depth < 5
    ),
    earlier (id, relative, depth) as (
      select id, id, 0 from asked
      union select earlier.id, s.predecessor_id, depth + 1 from earlier
        join directory_succession s on s.successor_id = earlier.relative where depth < 5
    )
    select distinct id, relative from (select * from later union all select * from earlier) as all_of_them where relative <> id
  `.execute(database)
  const relatives = new Map<string, string[]>()
  for (const { id, relative } of rows) relatives.set(id, [...(relatives.get(id) ?? []), relative])
  return relatives
}
