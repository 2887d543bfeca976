import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import { notFound } from '../../../platform/refusal.ts'
import { selectOutcome, selectRecipients } from './outcomes/queries.ts'
import { type Sending, type SendingReport, sendingReport, stateOf, troubles } from './sending.ts'

type Services = Pick<Context, 'database'>

/** A sending of a network by its id, or 404. */
export async function findSending(context: Services, networkId: string, id: string): Promise<Sending> {
  if (!isId(id)) notFound(id)
  const [found] = await selectSendings(context, sql`s.network_id = ${networkId} and s.sending_id = ${id}`)
  return found ?? notFound(id)
}

/** A sending of any network by its id, or null. */
export async function lookUpSending(context: Services, id: string): Promise<Sending | null> {
  const [found] = await selectSendings(context, sql`s.sending_id = ${id}`)
  return found ?? null
}

/** The sending of an issue that was not cancelled, or null. */
export async function lookUpSendingOf(context: Services, issueId: string): Promise<Sending | null> {
  const [found] = await selectSendings(context, sql`s.issue_id = ${issueId} and s.cancelled_at is null`)
  return found ?? null
}

/** The latest sendings of a network, newest first. */
export function listSendings(context: Services, networkId: string, limit: number): Promise<Sending[]> {
  return selectSendings(
    context,
    sql`s.network_id = ${networkId} order by s.ordered_at desc, s.sending_id desc limit ${limit}`,
  )
}

/** The current and scheduled sendings of a network, newest first. */
export async function listOpenSendings(context: Services, networkId: string): Promise<Sending[]> {
  const latest = await listSendings(context, networkId, 20)
  return latest.filter((sending) => !['cancelled', 'done'].includes(stateOf(sending)))
}

/** The ids of sendings that are due to be prepared. */
export async function listUnprepared({ database, clock }: Context): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select sending_id as id from newsletter_sending
    where prepared_at is null and cancelled_at is null and trouble is null and prepare_at <= ${clock.now().toString()}
    order by prepare_at
  `.execute(database)
  return rows.map(({ id }) => id)
}

/** Counts the sendings of all networks that await preparation, are a quarter of an hour late, or cannot be prepared. */
export async function countSendings({
  database,
  clock,
}: Context): Promise<{ scheduled: number; overdue: number; troubled: number }> {
  const quarterAgo = clock.now().subtract({ minutes: 15 }).toString()
  const { rows } = await sql<{ scheduled: number; overdue: number; troubled: number }>`
    select count(*) filter (where trouble is null)::int as scheduled,
      count(*) filter (where trouble is null and prepare_at < ${quarterAgo})::int as overdue,
      count(*) filter (where trouble is not null)::int as troubled
    from newsletter_sending
    where prepared_at is null and cancelled_at is null
  `.execute(database)
  return onlyRow(rows)
}

async function selectSendings({ database }: Services, condition: RawBuilder<unknown>): Promise<Sending[]> {
  const { rows } = await sql<Omit<Sending, 'trouble'> & { trouble: string | null }>`
    select s.sending_id as id, s.network_id as "networkId", s.kind, s.issue_id as "issueId", i.number as "issueNumber",
      coalesce(i.state = 'withdrawn', false) as "isWithdrawn",
      s.season::text as season, s.tells_from as "tellsFrom", s.tells_until as "tellsUntil", s.starts_on::text as "startsOn",
      s.ordered_at as "orderedAt", s.prepare_at as "prepareAt", s.mailing_id as "mailingId", s.prepared_after as "preparedAfter",
      s.prepared_at as "preparedAt", s.trouble, s.trouble_detail as "troubleDetail", s.cancelled_at as "cancelledAt",
      m.state as "mailingState", m.ended_at as "endedAt", s.report
    from newsletter_sending s
    left join newsletter_issue i on i.issue_id = s.issue_id
    left join platform_mailing m on m.mailing_id = s.mailing_id
    where ${condition}
  `.execute(database)
  return rows.map((row) => ({ ...row, trouble: troubles.find((trouble) => trouble === row.trouble) ?? null }))
}

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
