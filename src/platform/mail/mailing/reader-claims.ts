import { sql } from 'kysely'
import type { Application } from '../../http/application.ts'
import { pauseAfter } from '../delivery/pauses.ts'
import type { Recipient } from './template.ts'

type Ground = Pick<Application, 'database' | 'clock'>

/** A reader whose letter a worker has taken up. */
export interface ClaimedReader extends Recipient {
  version: string
  attempts: number
}

/** What came of an attempt; given back when there was none. */
export type Outcome =
  | { kind: 'sent' }
  | { kind: 'back' }
  | { kind: 'failed'; words: string; isPermanent: boolean }

// Three days and more, see pauses.ts.
const mostAttempts = 9

/** Takes readers that are due, so that no other worker takes them too. Those at closed domains wait. */
export async function claimReaders(
  { database, clock }: Ground,
  worker: string,
  most: number,
  closedDomains: readonly string[],
): Promise<ClaimedReader[]> {
  const { rows } = await sql<ClaimedReader>`
    with due as materialized (
      select r.mailing_id, r.reader_id
      from platform_mailing_reader r
      join platform_mailing m using (mailing_id)
      where r.state = 'waiting' and r.claimed_by is null and m.state = 'sending'
        and r.next_attempt_at <= ${clock.now().toString()}
        and (r.until_at is null or r.until_at > ${clock.now().toString()})
        and lower(split_part(r.to_address, '@', 2)) <> all(${closedDomains}::text[])
      order by r.next_attempt_at
      limit ${most}
      for update of r skip locked
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

/** Writes down what came of several attempts at once. What was sent stays so, whoever says otherwise later; who was withdrawn stays so, unless it had left. */
export async function recordOutcomes(
  { database, clock }: Ground,
  worker: string,
  outcomes: readonly { reader: ClaimedReader; outcome: Outcome }[],
): Promise<void> {
  const now = clock.now()
  const rows = outcomes.map(({ reader, outcome }) => ({
    mailing_id: reader.mailingId,
    reader_id: reader.readerId,
    attempts: outcome.kind === 'back' ? reader.attempts - 1 : reader.attempts,
    words: outcome.kind === 'failed' ? outcome.words : null,
    next_attempt_at: (outcome.kind === 'failed' ? now.add(pauseAfter(reader.attempts)) : now).toString(),
    state: stateAfter(reader, outcome),
  }))
  await sql`
    update platform_mailing_reader r
    set state = o.state,
      attempts = o.attempts,
      words = o.words,
      next_attempt_at = o.next_attempt_at,
      ended_at = case when o.state = 'waiting' then null else ${now.toString()}::timestamptz end,
      claimed_by = null
    from jsonb_populate_recordset(null::platform_mailing_reader, ${JSON.stringify(rows)}::text::jsonb) o
    where r.mailing_id = o.mailing_id and r.reader_id = o.reader_id and r.state <> 'sent'
      and (o.state = 'sent' or (r.claimed_by = ${worker} and r.state = 'waiting'))
  `.execute(database)
}

function stateAfter({ attempts }: ClaimedReader, outcome: Outcome): string {
  if (outcome.kind === 'sent') return 'sent'
  if (outcome.kind === 'back') return 'waiting'
  if (outcome.isPermanent) return 'hard'
  return attempts >= mostAttempts ? 'soft' : 'waiting'
}

/** Gives up, for a domain that refuses everybody, whose letters are days late: one is tried after each of its rests. */
export async function endOverdue({ database, clock }: Ground, domain: string, words: string): Promise<void> {
  const now = clock.now()
  await sql`
    update platform_mailing_reader
    set state = 'soft', words = ${words}, ended_at = ${now.toString()}
    where state = 'waiting' and claimed_by is null and lower(split_part(to_address, '@', 2)) = ${domain}
      and due_at < ${now.subtract({ hours: 120 }).toString()}
  `.execute(database)
}

/** Ends the mailings all of whose readers have their outcome. */
export async function endMailings({ database, clock }: Ground): Promise<void> {
  await sql`
    update platform_mailing m
    set state = 'done', ended_at = ${clock.now().toString()}
    where m.state = 'sending'
      and not exists (select from platform_mailing_reader r where r.mailing_id = m.mailing_id and r.state = 'waiting')
  `.execute(database)
}
