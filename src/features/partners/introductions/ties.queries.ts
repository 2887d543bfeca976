import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type CooperationRow, listRows } from '../../registry/index.ts'

/**
 * The cooperations that the two authorities of each of some talks have and that have not ended, by the id of the talks, the oldest
 * first; in two statements whatever there is.
 */
export async function listTiesOf(
  context: Context,
  networkId: string,
  talksIds: readonly string[],
): Promise<Map<string, CooperationRow[]>> {
  if (talksIds.length === 0) return new Map()
  const known = sql`capacity = 'party' and known_on <= ${context.today}`
  const { rows } = await sql<{ talksId: string; id: string }>`
    select i.introduction_id as "talksId", c.cooperation_id as id
    from partners_introduction i join partners_wish w on w.wish_id = i.wish_id
    join (select cooperation_id, organisation_id from registry_party where ${known}) mine on mine.organisation_id = w.organisation_id
    join (select cooperation_id, organisation_id from registry_party where ${known}) other
      on other.cooperation_id = mine.cooperation_id and other.organisation_id = i.organisation_id
    join registry_cooperation c on c.cooperation_id = mine.cooperation_id
    where i.introduction_id = any(${[...talksIds]}::uuid[]) and c.network_id = ${networkId} and c.known_on <= ${context.today}
    order by c.since_from nulls last, c.slug
  `.execute(context.database)
  const ties = await listRows(context, networkId, [...new Set(rows.map(({ id }) => id))])
  const grouped = new Map<string, CooperationRow[]>()
  for (const { talksId, id } of rows) {
    const tie = ties.get(id)
    if (tie === undefined || tie.standing.status === 'ended') continue
    grouped.set(talksId, [...(grouped.get(talksId) ?? []), tie])
  }
  return grouped
}

/** The same of one. */
export async function listTiesIn(
  context: Context,
  networkId: string,
  talksId: string,
): Promise<CooperationRow[]> {
  return (await listTiesOf(context, networkId, [talksId])).get(talksId) ?? []
}
