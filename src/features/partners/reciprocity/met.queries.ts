import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { whereVisible } from '../expectations/queries.ts'
import type { Direction } from './visit.ts'

/** An expectation that was met, with the member that met it and the asker. */
export interface MetExpectation extends Direction {
  askerId: string
  takerId: string
  /** The asker got a part of it alone. */
  isPart: boolean
}

/** The expectations of a network that were closed as met, in all or in part, by a named member: from the asker’s country to that of the member. */
export async function listMetExpectations(context: Context, networkId: string): Promise<MetExpectation[]> {
  const { rows } = await sql<MetExpectation>`
    select x.asker_id as "askerId", r.organisation_id as "takerId", asker.country as "from", taker.country as "to",
      closing.outcome = 'partly' as "isPart"
    from partners_expectation x
    join partners_expectation_closing closing on closing.expectation_id = x.expectation_id
    join partners_expectation_request r on r.request_id = closing.request_id
    join directory_organisation asker on asker.organisation_id = x.asker_id
    join directory_organisation taker on taker.organisation_id = r.organisation_id
    where x.network_id = ${networkId} and closing.outcome in ('satisfied', 'partly') and closing.closed_on <= ${context.today}
      and ${whereVisible(context.actor)}
  `.execute(context.database)
  return rows
}
