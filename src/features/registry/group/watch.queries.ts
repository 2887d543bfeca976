import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import {
  type CooperationSummary,
  listRows,
  selectStatus,
  selectSubjects,
  selectTieStatuses,
} from '../cooperations/summary.queries.ts'

/** What a group should look at: the most urgent ties, and how many more of all are dormant. */
export interface Watch {
  ties: CooperationSummary[]
  moreDormant: number
}

const shown = 6

/**
 * Listed ties that are dormant, in talks or have a point in dispute, as known on the context’s day. Ties that wait for a person come before
 * dormant ones.
 */
export async function findWatch(
  context: Context,
  networkId: string,
  side: 'first' | 'second',
): Promise<Watch> {
  const { today } = context
  const { rows } = await sql<{ id: string; status: string; dormant: number }>`
    with ties as (
      select c.cooperation_id as id, ${sql.ref(side === 'first' ? 'c.sort_first' : 'c.sort_second')} as place,
        ${selectStatus(context)} as status, stated.intention,
        exists (select 1 from registry_dispute d where d.subject_id in (${selectSubjects()}) and d.known_on <= ${today}) as disputed
      from registry_cooperation c ${selectTieStatuses(context, networkId)}
      where c.network_id = ${networkId} and c.listed and c.known_on <= ${today}
    )
    select id, status, count(*) filter (where status = 'dormant') over ()::int as dormant
    from ties where status in ('dormant', 'in_talks') or disputed
    order by case
        when status = 'dormant' and intention is not null then 0
        when status in ('in_talks', 'reactivating') then 1
        when disputed then 2
        else 3
      end, place, id
    limit ${shown}
  `.execute(context.database)
  const found = await listRows(
    context,
    networkId,
    rows.map(({ id }) => id),
  )
  const asleep = rows.filter(({ status }) => status === 'dormant').length
  return {
    ties: rows.flatMap(({ id }) => found.get(id) ?? []),
    moreDormant: (rows[0]?.dormant ?? 0) - asleep,
  }
}
