import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { Namesake } from './gazetteer.ts'

const mostOfOneName = 14

/** The authorities of the directory that bear one of some folded names, the weightiest of each name first. */
export async function listNamed(
  { database, today }: Context,
  folded: string[],
): Promise<(Namesake & { folded: string })[]> {
  if (folded.length === 0) return []
  const { rows } = await sql<Namesake & { folded: string }>`
    select asked.folded, o.organisation_id as id, o.country, o.kind, o.name, n.weight, n.name_kind as "nameKind",
      coalesce(o.codes ->> 'cog', o.codes ->> 'siren', o.codes ->> 'kr') as code,
      o.parent_id as "parentId",
      (o.valid_until is not null and o.valid_until <= ${today}) as "isPast"
    from unnest(${folded}::text[]) as asked (folded)
    cross join lateral (
      select organisation_id, weight, kind as name_kind from directory_name
      where folded = asked.folded order by weight desc limit ${mostOfOneName}
    ) n
    join directory_organisation o on o.organisation_id = n.organisation_id
    where o.level is not null
      -- Muju before and after its code changed is one county: of those that bear the very name, the successor stands for both.
      and not exists (
        select 1 from directory_succession s
        join directory_name later on later.organisation_id = s.successor_id and later.folded = asked.folded
        where s.predecessor_id = o.organisation_id
      )
  `.execute(database)
  return rows
}
