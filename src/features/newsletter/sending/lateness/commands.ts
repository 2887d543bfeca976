import { sql } from 'kysely'
import { dayOf } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { deferReaders } from '../../../../platform/mail/mailing/reader-changes.ts'
import { listMornings } from '../../morning/queries.ts'

interface Late {
  networkId: string
  mailingId: string
  readerId: string
  country: string
}

const atOnce = 500

/** Gives another morning to those whose own has passed without their letter: a server was away, it was paused, or there were too many. Answers how many. */
export async function deferLate(context: Context): Promise<number> {
  const today = dayOf(context.clock)
  for (let moved = 0; ; ) {
    const before = moved
    const late = await listLate(context)
    const groups = Map.groupBy(late, ({ mailingId, country }) => `${mailingId} ${country}`)
    for (const readers of groups.values()) {
      const [first] = readers
      if (!first) continue
      const mornings = await listMornings(context, first.networkId, [first.country], today)
      const morning = mornings.get(first.country)
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

async function listLate({ database, clock }: Context): Promise<Late[]> {
  const { rows } = await sql<Late>`
    select s.network_id as "networkId", r.mailing_id as "mailingId", r.reader_id as "readerId", of.country
    from platform_mailing_reader r
    join newsletter_sending s on s.mailing_id = r.mailing_id
    join newsletter_sending_reader of on of.sending_id = s.sending_id and of.subscription_id = r.reader_id
    join platform_mailing m on m.mailing_id = r.mailing_id
    where r.state = 'waiting' and r.claimed_by is null and r.until_at <= ${clock.now().toString()} and m.state = 'sending'
    order by r.mailing_id, of.country, r.reader_id
    limit ${atOnce}
  `.execute(database)
  return rows
}
