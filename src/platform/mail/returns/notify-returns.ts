import { type RawBuilder, sql } from 'kysely'
import { anonymous } from '../../context/actor.ts'
import { dayOf } from '../../context/clock.ts'
import type { Context } from '../../context/context.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Application } from '../../http/application.ts'
import type { Job } from '../../jobs/jobs.ts'
import { type HearReturn, kindOfWords, type ReturnedMail } from './mail-return.ts'

type Services = Pick<Application, 'database' | 'clock' | 'log' | 'returnHearers'>

const most = 200

/** Every minute: reports to features which of their mails did not arrive. */
export function notifyOfReturnsJob(services: Services): Job {
  return { name: 'platform.tellReturns', cron: '* * * * *', run: () => notifyOfReturns(services) }
}

/** Reports new returns to features, each in a transaction of its own: one that fails is retried in the next minute, and keeps back none. */
export async function notifyOfReturns(services: Services): Promise<void> {
  const { clock, database } = services
  const context = { actor: anonymous, clock, database, today: dayOf(clock) }
  for (const take of [takeMail, takeLetter]) {
    let after = ''
    for (;;) {
      const keys = await take.list(context, after)
      for (const key of keys)
        await inTransaction(context, (inside) => tell(inside, take, key, services.returnHearers)).catch(
          (error) => services.log.error({ err: error, mail: key }, 'return not told'),
        )
      after = keys.at(-1) ?? ''
      if (keys.length < most) break
    }
  }
}

async function tell(
  inside: Context,
  take: Taking,
  key: string,
  hearers: readonly HearReturn[],
): Promise<void> {
  const returned = await take.one(inside, key)
  if (returned === null) return
  for (const hear of hearers) await hear(inside, returned)
}

/** How unreported returns of one kind are found, and taken so that no other process reports them too. */
interface Taking {
  list(context: Context, after: string): Promise<string[]>
  one(inside: Context, key: string): Promise<ReturnedMail | null>
}

const ofMail = sql`told_at is null and (failed_at is not null or return_kind is not null)`
const ofLetter = sql`r.told_at is null and (r.state in ('soft', 'hard') or r.return_kind is not null)`

const takeMail: Taking = {
  list: (context, after) =>
    listKeys(
      context,
      sql`select mail_id::text as key from platform_mail where ${ofMail} and mail_id::text > ${after} order by 1 limit ${most}`,
    ),
  one: (inside, key) =>
    takeOne(
      inside,
      sql`
        update platform_mail set told_at = ${inside.clock.now().toString()}::timestamptz where mail_id = ${key}::uuid and ${ofMail}
        returning mail_id as id, kind as "mailKind", network_id as "networkId", to_address as address, null::uuid as "readerId",
          return_kind as kind, coalesce(return_words, last_error, '') as words, coalesce(sent_at, failed_at, written_at) as "leftAt"
      `,
    ),
}

const takeLetter: Taking = {
  list: (context, after) =>
    listKeys(
      context,
      sql`
        select r.mailing_id || ' ' || r.reader_id as key from platform_mailing_reader r
        where ${ofLetter} and (${after} = '' or (r.mailing_id, r.reader_id) > (
          nullif(split_part(${after}, ' ', 1), '')::uuid, nullif(split_part(${after}, ' ', 2), '')::uuid))
        order by r.mailing_id, r.reader_id limit ${most}
      `,
    ),
  one: (inside, key) => {
    const [mailingId, readerId] = key.split(' ')
    return takeOne(
      inside,
      sql`
        update platform_mailing_reader r set told_at = ${inside.clock.now().toString()}::timestamptz from platform_mailing m
        where r.mailing_id = ${mailingId}::uuid and r.reader_id = ${readerId}::uuid and m.mailing_id = r.mailing_id and ${ofLetter}
        returning m.mailing_id as id, m.kind as "mailKind", m.network_id as "networkId", r.to_address as address,
          r.reader_id as "readerId", r.return_kind as kind, coalesce(r.return_words, r.words, '') as words,
          coalesce(r.ended_at, r.returned_at) as "leftAt"
      `,
    )
  },
}

type Taken = Omit<ReturnedMail, 'kind'> & { kind: ReturnedMail['kind'] | null }

async function listKeys({ database }: Context, query: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`${query}`.execute(database)
  return rows.map(({ key }) => key)
}

// Without a return, the server's answer says how it was refused.
async function takeOne({ database }: Context, query: RawBuilder<unknown>): Promise<ReturnedMail | null> {
  const [row] = (await sql<Taken>`${query}`.execute(database)).rows
  const kind = row?.kind ?? kindOfWords(row?.words ?? '')
  return row && kind ? { ...row, kind } : null
}
