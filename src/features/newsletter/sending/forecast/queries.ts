import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { listMornings } from '../../morning.queries.ts'
import { isMeant } from '../preparing/queries.ts'
import type { Sending } from '../sending.ts'
import type { Forecast, ForecastRow } from './forecast.ts'

/** Who would get a sending now, and when in each country from a day on. */
export async function findForecast(
  context: Context,
  sending: Pick<Sending, 'kind' | 'networkId' | 'issueId'>,
  startsOn: string,
): Promise<Forecast> {
  const { rows } = await sql<ForecastRow>`
    select s.country, s.language, s.frequency, count(*)::int as count
    from newsletter_subscription s
    where ${isMeant(sending)}
    group by s.country, s.language, s.frequency
    order by s.country, s.language, s.frequency
  `.execute(context.database)
  const countries = [...new Set(rows.map(({ country }) => country))]
  const mornings = await listMornings(context, sending.networkId, countries, startsOn)
  return {
    rows,
    mornings: [...mornings.values()].toSorted((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt)),
  }
}
