import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { Theme } from '../../networks/index.ts'
import { type Expectation, type ExpectationState, type Reason, states } from './expectation.ts'
import { selectExpectations, selectParts, selectState } from './queries.ts'

/** Why members could not answer, by theme and their country: an answer counts under each theme. */
export interface ReasonCount {
  reason: Reason
  country: string
  count: number
}

/** How often each reason was given, by the country of those who gave it. */
export async function countReasons(context: Context, networkId: string): Promise<ReasonCount[]> {
  const { rows } = await sql<ReasonCount>`
    select r.reason, o.country, count(*)::int as count
    from partners_expectation_request r
    join partners_expectation x on x.expectation_id = r.expectation_id
    join directory_organisation o on o.organisation_id = r.organisation_id
    where x.network_id = ${networkId} and r.reason is not null and r.answered_on <= ${context.today}
    group by r.reason, o.country
  `.execute(context.database)
  return rows
}

/** On which themes members could not answer, and how often for want of competence. */
export interface ThemeCount {
  theme: Theme
  refusals: number
  competence: number
}

/** The themes of what could not be answered, the most frequent first. */
export async function countThemes(context: Context, networkId: string): Promise<ThemeCount[]> {
  const { rows } = await sql<ThemeCount>`
    select theme, count(*)::int as refusals, count(*) filter (where r.reason = 'competence')::int as competence
    from partners_expectation_request r
    join partners_expectation x on x.expectation_id = r.expectation_id
    cross join unnest(x.themes) as theme
    where x.network_id = ${networkId} and r.reason is not null and r.answered_on <= ${context.today}
    group by theme order by refusals desc, theme
  `.execute(context.database)
  return rows
}

/** How many expectations are in each state. */
export async function countStates(
  context: Context,
  networkId: string,
): Promise<Map<ExpectationState, number>> {
  const { rows } = await sql<{ state: ExpectationState; count: number }>`
    select ${selectState()} as state, count(*)::int as count
    from partners_expectation x ${selectParts(context.today)}
    where x.network_id = ${networkId} and x.known_on <= ${context.today} group by 1
  `.execute(context.database)
  const counts = new Map(rows.map(({ state, count }) => [state, count]))
  return new Map(states.map((state) => [state, counts.get(state) ?? 0]))
}

/**
 * What waits for the secretariat, the oldest first: what was declined and not relayed, what was relayed and is not taken up, and what is
 * taken up only in part, of which the rest is put to others or left.
 */
export async function listWaiting(
  context: Context,
  networkId: string,
  limit: number,
): Promise<Expectation[]> {
  return selectExpectations(context, {
    condition: sql`x.network_id = ${networkId} and ${selectState()} in ('declined', 'untaken', 'taken_up_in_part')`,
    order: sql`x.known_on, x.expectation_id`,
    limit,
  })
}
