import { sql } from 'kysely'
import { anonymous } from '../../../platform/context/actor.ts'
import { dayOf, ownDay, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { listNetworks } from '../../networks/index.ts'
import { listPublishedBetween } from '../issues/queries.ts'
import { noteSending } from './commands.ts'
import { findForecast } from './forecast/queries.ts'
import { lastSeason } from './season.ts'

// Days for which a server that was off when a season ended catches up with it.
const latestDays = 30

/**
 * Orders the digest of the season that has just ended, for each network that has not had it. No approval is needed: every issue in it was
 * approved. Skips networks without readers of digests, or without issues since the last digest.
 */
export async function orderDigests(application: Application): Promise<void> {
  const { settings, database } = application
  // The clock is read once for all networks: a season may end while this runs.
  const clock = readOnce(application.clock)
  const given = { actor: anonymous, clock: application.clock, database }
  for (const network of await listNetworks(given)) {
    const { season, from, until } = lastSeason(clock.now(), network.countries[0] ?? '')
    const isLate = Temporal.Instant.compare(until.add({ hours: latestDays * 24 }), clock.now()) < 0
    if (isLate || (await isOrdered(given, network.id, season.first))) continue
    const context: Context = { ...given, today: ownDay({ settings, clock }, network.opensOn) }
    const tellsFrom = (await lookUpLastDigest(context, network.id)) ?? from.toString()
    const issues = await listPublishedBetween(context, network.id, {
      from: tellsFrom,
      until: until.toString(),
    })
    const startsOn = dayOf(clock)
    const { rows } = await findForecast(
      context,
      { kind: 'digest', networkId: network.id, issueId: null },
      startsOn,
    )
    if (issues.length === 0 || rows.length === 0) continue
    await inTransaction(context, async (inside) => {
      const id = newId()
      const { numInsertedOrUpdatedRows } = await inside.database
        .insertInto('newsletter_sending')
        .values({
          sending_id: id,
          network_id: network.id,
          kind: 'digest',
          season: season.first,
          tells_from: tellsFrom,
          tells_until: until.toString(),
          starts_on: startsOn,
          ordered_at: clock.now().toString(),
          prepare_at: clock.now().toString(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (numInsertedOrUpdatedRows === 1n) await noteSending(inside, { id, networkId: network.id }, 'ordered')
    })
  }
}

async function isOrdered(
  { database }: Pick<Context, 'database'>,
  networkId: string,
  season: string,
): Promise<boolean> {
  const row = await database
    .selectFrom('newsletter_sending')
    .select('sending_id')
    .where('network_id', '=', networkId)
    .where('season', '=', season)
    .executeTakeFirst()
  return row !== undefined
}

/** The instant up to which the last digest that was not cancelled tells; null before the first. */
async function lookUpLastDigest(
  { database }: Pick<Context, 'database'>,
  networkId: string,
): Promise<string | null> {
  const { rows } = await sql<{ until: Date | null }>`
    select max(tells_until) as until from newsletter_sending
    where network_id = ${networkId} and kind = 'digest' and cancelled_at is null
  `.execute(database)
  return rows[0]?.until?.toISOString() ?? null
}
