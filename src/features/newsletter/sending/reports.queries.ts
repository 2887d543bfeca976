import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import { selectOutcome, selectRecipients } from './outcomes/queries.ts'
import { type SendingReport, sendingReport } from './report.ts'
import type { Sending } from './sending.ts'

// Fewer addresses of a domain could be identified by it.
const fewestOfDomain = 5
const mostDomains = 50

/** Days after their letter within which leaving is counted. */
const leavingDays = 7

/** The outcome of a sending so far, or the saved report once its readers are deleted. */
export async function findReport(context: Context, sending: Sending): Promise<SendingReport> {
  const kept = sendingReport.safeParse(sending.report)
  return kept.success ? kept.data : countSending(context, sending)
}

/** Counts the outcome of a sending from its readers. */
export async function countSending(
  { database }: Pick<Context, 'database'>,
  sending: Pick<Sending, 'id' | 'mailingId'>,
): Promise<SendingReport> {
  const counts = await sql<SendingReport['counts'][number]>`
    select of.language, of.country, of.frequency, ${selectOutcome} as outcome, count(*)::int as count
    from ${selectRecipients(sending)}
    group by of.language, of.country, of.frequency, ${selectOutcome}
    order by of.country, of.language, of.frequency, outcome
  `.execute(database)
  const domains = await sql<SendingReport['domains'][number]>`
    with told as (
      select lower(split_part(r.to_address, '@', 2)) as domain, ${selectOutcome} as outcome, count(*)::int as count
      from ${selectRecipients(sending)} and r.to_address <> ''
      group by lower(split_part(r.to_address, '@', 2)), ${selectOutcome}
    ), largest as (
      select domain, sum(count) as readers from told group by domain
      having sum(count) >= ${fewestOfDomain}
      order by sum(count) desc, domain
      limit ${mostDomains}
    )
    select told.domain, told.outcome, told.count
    from told join largest using (domain)
    order by largest.readers desc, told.domain, told.outcome
  `.execute(database)
  const times = await sql<{ firstAt: Date | null; lastAt: Date | null; leftAfter: number }>`
    select min(r.ended_at) filter (where r.state = 'sent') as "firstAt", max(r.ended_at) filter (where r.state = 'sent') as "lastAt",
      count(*) filter (
        where r.state = 'sent' and s.left_by = 'reader' and s.left_at >= r.ended_at
          and s.left_at < r.ended_at + ${leavingDays} * interval '1 day'
      )::int as "leftAfter"
    from newsletter_sending_reader of
    left join platform_mailing_reader r on r.mailing_id = ${sending.mailingId}::uuid and r.reader_id = of.subscription_id
    left join newsletter_subscription s on s.subscription_id = of.subscription_id
    where of.sending_id = ${sending.id}
  `.execute(database)
  const { firstAt, lastAt, leftAfter } = onlyRow(times.rows)
  return {
    counts: counts.rows,
    domains: domains.rows,
    firstAt: firstAt?.toISOString() ?? null,
    lastAt: lastAt?.toISOString() ?? null,
    leftAfter,
  }
}
