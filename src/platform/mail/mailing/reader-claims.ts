import { sql } from 'kysely'
import type { Application } from '../../http/application.ts'
import { pauseAfter } from '../delivery/pauses.ts'
import type { Recipient } from './template.ts'

type Services = Pick<Application, 'database' | 'clock'>

/** A reader whose letter a worker has taken up. */
export interface ClaimedReader extends Omit<Recipient, 'preferencesAddress' | 'unsubscribeAddress'> {
  version: string
  /** Null in what was restored from a backup. */
  preferencesAddress: string | null
  unsubscribeAddress: string | null
  attempts: number
}

/** The outcome of an attempt; given back when there was none. */
export type Outcome =
  | { kind: 'sent' }
  | { kind: 'back' }
  | { kind: 'failed'; words: string; isPermanent: boolean }

// Three days and more, see pauses.ts.
const mostAttempts = 9

/** Takes readers that are due, so that no other worker takes them too. Those at closed domains wait. */
export async function claimReaders(
  { database, clock }: Services,
  worker: string,
  most: number,
  closedDomains: readonly string[],
): Promise<ClaimedReader[]> {
  const now = clock.now().toString()
  const { rows } = await sql<ClaimedReader>`
    with due as materialized (
      select d.mailing_id, d.reader_id
      from platform_mailing m
      cross join lateral (
        select r.mailing_id, r.reader_id, r.next_attempt_at
        from platform_mailing_reader r
        where r.mailing_id = m.mailing_id and r.state = 'waiting' and r.claimed_by is null
          and r.next_attempt_at <= ${now} and (r.until_at is null or r.until_at > ${now})
          and lower(split_part(r.to_address, '@', 2)) <> all(${closedDomains}::text[])
        order by r.next_attempt_at
        limit ${most}
        for update skip locked
      ) d
      where m.state = 'sending'
      order by d.next_attempt_at
      limit ${most}
    )
    update platform_mailing_reader r
    set claimed_by = ${worker}, attempts = attempts + 1
    from due
    where r.mailing_id = due.mailing_id and r.reader_id = due.reader_id
    returning r.mailing_id as "mailingId", r.reader_id as "readerId", r.version_key as version, r.to_address as address,
      r.to_name as name, r.preferences_address as "preferencesAddress", r.unsubscribe_address as "unsubscribeAddress",
      r.attempts
  `.execute(database)
  return rows
}

/**
 * Writes down what came of several attempts at once; returns those of their mailings that are not to go on. A sent letter
 * stays sent, whatever a later report says; a withdrawn reader stays withdrawn, unless the letter had left.
 */
export async function recordOutcomes(
  { database, clock }: Services,
  worker: string,
  outcomes: readonly { reader: ClaimedReader; outcome: Outcome }[],
): Promise<string[]> {
  const now = clock.now()
  const rowOf = ({ reader, outcome }: (typeof outcomes)[number]) => {
    const attempts = outcome.kind === 'back' ? reader.attempts - 1 : reader.attempts
    const words = outcome.kind === 'failed' ? outcome.words : null
    const next = outcome.kind === 'failed' ? now.add(pauseAfter(reader.attempts)) : now
    return sql`(${reader.mailingId}::uuid, ${reader.readerId}::uuid, ${stateAfter(reader, outcome)}::text, ${attempts}::integer, ${words}::text, ${next.toString()}::timestamptz)`
  }
  const mailings = [...new Set(outcomes.map(({ reader }) => reader.mailingId))]
  // Written out row by row: of arrays planners make a new plan each time, which takes as long again as the rest.
  const { rows } = await sql<{ id: string }>`
    with recorded as (
      update platform_mailing_reader r
      set state = o.state,
        attempts = o.attempts,
        words = o.words,
        next_attempt_at = o.next_attempt_at,
        ended_at = case when o.state = 'waiting' then null else ${now.toString()}::timestamptz end,
        -- What speaks for a reader is not kept longer than it is needed.
        preferences_address = case when o.state = 'waiting' then r.preferences_address end,
        unsubscribe_address = case when o.state = 'waiting' then r.unsubscribe_address end,
        claimed_by = null
      from (values ${sql.join(outcomes.map(rowOf))}) as o (mailing_id, reader_id, state, attempts, words, next_attempt_at)
      where r.mailing_id = o.mailing_id and r.reader_id = o.reader_id and r.state <> 'sent'
        and (o.state = 'sent' or (r.claimed_by = ${worker} and r.state = 'waiting'))
    )
    select mailing_id as id from platform_mailing
    where mailing_id in (${sql.join(mailings)}) and state = 'sending'
  `.execute(database)
  const going = new Set(rows.map(({ id }) => id))
  return mailings.filter((id) => !going.has(id))
}

function stateAfter({ attempts }: ClaimedReader, outcome: Outcome): string {
  if (outcome.kind === 'sent') return 'sent'
  if (outcome.kind === 'back') return 'waiting'
  if (outcome.isPermanent) return 'hard'
  return attempts >= mostAttempts ? 'soft' : 'waiting'
}

/** Gives up, for a domain that refuses everybody, whose letters are days late: one is tried after each of its rests. */
export async function endOverdue(
  { database, clock }: Services,
  domain: string,
  words: string,
): Promise<void> {
  const now = clock.now()
  await sql`
    update platform_mailing_reader
    set state = 'soft', words = ${words}, ended_at = ${now.toString()}, preferences_address = null, unsubscribe_address = null
    where state = 'waiting' and claimed_by is null and lower(split_part(to_address, '@', 2)) = ${domain}
      and due_at < ${now.subtract({ hours: 120 }).toString()}
  `.execute(database)
}

/** Ends the mailings all of whose readers have their outcome. */
export async function endMailings({ database, clock }: Services): Promise<void> {
  await sql`
    update platform_mailing m
    set state = 'done', ended_at = ${clock.now().toString()}
    where m.state = 'sending'
      and not exists (select from platform_mailing_reader r where r.mailing_id = m.mailing_id and r.state = 'waiting')
  `.execute(database)
}
