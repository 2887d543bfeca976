import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'
import { escapeLike } from '../../../../platform/search/index.ts'
import { type Outcome, outcomes, type Sending } from '../sending.ts'
import type { OutcomeFilter } from './outcome-filter.ts'

/** The outcome of one reader’s letter. */
export interface ReaderOutcome {
  id: string
  /** Empty once it is deleted. */
  address: string
  language: string
  country: string
  frequency: string
  outcome: Outcome
  /** When it is due, while it waits. */
  dueAt: Date | null
  endedAt: Date | null
  attempts: number
  /** The last message of the mail server. */
  words: string | null
}

/** SQL: the readers `of` of a sending, with their row `r` of the mailing `m` if a letter was made for them. */
export function selectRecipients({ id, mailingId }: Pick<Sending, 'id' | 'mailingId'>): RawBuilder<unknown> {
  return sql`
    newsletter_sending_reader of
    left join platform_mailing_reader r on r.mailing_id = ${mailingId}::uuid and r.reader_id = of.subscription_id
    left join platform_mailing m on m.mailing_id = ${mailingId}::uuid
    where of.sending_id = ${id}
  `
}

/** SQL: the outcome of such a reader. A reader without a row asked to be erased. */
export const selectOutcome: RawBuilder<Outcome> = sql<Outcome>`
  case
    when not of.is_concerned then 'nothing'
    when r.return_kind is not null then 'returned'
    when r.state = 'sent' then 'sent'
    when r.state = 'hard' then 'refused'
    when r.state = 'soft' then 'givenUp'
    when r.state = 'waiting' and m.state = 'cancelled' then 'stopped'
    when r.state = 'waiting' then 'waiting'
    else 'left'
  end
`

/** A page of the readers of a sending with their outcomes, by address. */
export async function listOutcomes(
  context: Pick<Context, 'database'>,
  sending: Pick<Sending, 'id' | 'mailingId'>,
  filter: OutcomeFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<ReaderOutcome[]> {
  return select(
    context,
    sending,
    meeting(filter),
    sql`order by r.to_address, of.subscription_id limit ${limit} offset ${offset}`,
  )
}

/** Counts the readers that a filter finds. */
export async function countOutcomes(
  { database }: Pick<Context, 'database'>,
  sending: Pick<Sending, 'id' | 'mailingId'>,
  filter: OutcomeFilter,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${selectRecipients(sending)} and ${meeting(filter)}
  `.execute(database)
  return onlyRow(rows).count
}

const slice = 500

/** All readers, slice by slice: a list of a hundred thousand is never in memory at once. */
export async function* listAllOutcomes(
  context: Pick<Context, 'database'>,
  sending: Pick<Sending, 'id' | 'mailingId'>,
  filter: OutcomeFilter,
): AsyncGenerator<ReaderOutcome[]> {
  let after: RawBuilder<unknown> = sql`true`
  for (;;) {
    const found = await select(
      context,
      sending,
      sql`${meeting(filter)} and ${after}`,
      sql`order by of.subscription_id limit ${slice}`,
    )
    yield found
    const last = found.at(-1)
    if (found.length < slice || !last) return
    after = sql`of.subscription_id > ${last.id}::uuid`
  }
}

async function select(
  { database }: Pick<Context, 'database'>,
  sending: Pick<Sending, 'id' | 'mailingId'>,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<ReaderOutcome[]> {
  const { rows } = await sql<Omit<ReaderOutcome, 'outcome'> & { outcome: string }>`
    select of.subscription_id as id, coalesce(r.to_address, '') as address, of.language, of.country, of.frequency,
      ${selectOutcome} as outcome, case when r.state = 'waiting' then r.next_attempt_at end as "dueAt", r.ended_at as "endedAt",
      coalesce(r.attempts, 0) as attempts, coalesce(r.return_words, r.words) as words
    from ${selectRecipients(sending)} and ${condition} ${order}
  `.execute(database)
  return rows.map((row) => ({ ...row, outcome: outcomes.find((each) => each === row.outcome) ?? 'waiting' }))
}

function meeting({ outcome, language, country, q }: OutcomeFilter): RawBuilder<boolean> {
  const pattern = `%${escapeLike(q.toLowerCase())}%`
  return sql<boolean>`
    (${outcome}::text is null or ${selectOutcome} = ${outcome})
    and (${language}::text is null or of.language = ${language})
    and (${country}::text is null or of.country = ${country})
    and (${q} = '' or lower(r.to_address) like ${pattern} or lower(coalesce(r.return_words, r.words)) like ${pattern})
  `
}
