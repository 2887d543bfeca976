import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { deferReaders } from '../../../platform/mail/mailing/reader-changes.ts'
import { listMornings, officeHours } from '../morning.queries.ts'

interface Late {
  networkId: string
  mailingId: string
  readerId: string
  country: string
}

const atOnce = 500

/**
 * Moves readers whose morning has passed without their letter to another one: the server was off, the sending was paused, or there were too
 * many. Returns how many.
 */
export function deferLate(context: Context): Promise<number> {
  return defer(context, sql`r.until_at <= ${context.clock.now().toString()}`)
}

// The last check before nine, and no more of them than a server with many readers can bear.
const lookMinutes = 15

/** Moves readers whose coming morning has become a day off since it was fixed, by a decree or by their network. Returns how many. */
export async function deferClosed(context: Context): Promise<number> {
  let moved = 0
  for (const { networkId, mailingId, country, untilAt } of await listNear(context)) {
    const morning = await nextMorningOf(context, networkId, country)
    if (morning && morning.untilAt.epochMilliseconds > untilAt.getTime())
      moved += await defer(
        context,
        sql`r.mailing_id = ${mailingId}::uuid and of.country = ${country} and r.until_at = ${untilAt.toISOString()}::timestamptz`,
      )
  }
  return moved
}

async function defer(context: Context, which: RawBuilder<unknown>): Promise<number> {
  for (let moved = 0; ; ) {
    const before = moved
    const late = await list(context, which)
    const groups = Map.groupBy(late, ({ mailingId, country }) => `${mailingId} ${country}`)
    for (const readers of groups.values()) {
      const [first] = readers
      if (!first) continue
      const morning = await nextMorningOf(context, first.networkId, first.country)
      if (!morning) continue
      moved += await deferReaders(
        context,
        first.mailingId,
        readers.map(({ readerId }) => readerId),
        morning,
      )
    }
    if (late.length < atOnce || moved === before) return moved
  }
}

async function nextMorningOf(context: Context, networkId: string, country: string) {
  const mornings = await listMornings(context, networkId, [country], dayOf(context.clock))
  return mornings.get(country)
}

async function list({ database }: Context, which: RawBuilder<unknown>): Promise<Late[]> {
  const { rows } = await sql<Late>`
    select s.network_id as "networkId", r.mailing_id as "mailingId", r.reader_id as "readerId", of.country
    from platform_mailing_reader r
    join newsletter_sending s on s.mailing_id = r.mailing_id
    join newsletter_sending_reader of on of.sending_id = s.sending_id and of.subscription_id = r.reader_id
    join platform_mailing m on m.mailing_id = r.mailing_id
    where r.state = 'waiting' and r.claimed_by is null and m.state = 'sending' and ${which}
    order by r.mailing_id, of.country, r.reader_id
    limit ${atOnce}
  `.execute(database)
  return rows
}

/** Mornings that begin within minutes. A reader who is retried in the middle of a day has had theirs. */
async function listNear({ database, clock }: Context) {
  const now = clock.now()
  const { rows } = await sql<Omit<Late, 'readerId'> & { untilAt: Date }>`
    select distinct s.network_id as "networkId", r.mailing_id as "mailingId", of.country, r.until_at as "untilAt"
    from platform_mailing m
    join newsletter_sending s on s.mailing_id = m.mailing_id
    join platform_mailing_reader r on r.mailing_id = m.mailing_id
    join newsletter_sending_reader of on of.sending_id = s.sending_id and of.subscription_id = r.reader_id
    where m.state = 'sending' and r.state = 'waiting' and r.claimed_by is null
      and r.next_attempt_at > ${now.toString()} and r.next_attempt_at <= ${now.add({ minutes: lookMinutes }).toString()}
      and r.until_at = r.next_attempt_at + ${officeHours} * interval '1 hour'
  `.execute(database)
  return rows
}
