import { sql } from 'kysely'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { listedDays, yearsAhead } from './listed-days.ts'
import { listWaiting } from './rows.queries.ts'
import type { Recurrence } from './schema.ts'
import type { SeriesDate } from './shape.ts'

interface Row extends SeriesDate {
  id: string
  networkId: string
  /** The day on which the network shows itself, where that is not the day of the clock. */
  opensOn: string | null
  recurrence: Recurrence | null
}

/** Rewrites the occurrences of some series, as part of the command that changes them; removes those of events that no longer repeat. */
export async function refreshOccurrences(context: Context, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length === 0) return
  const { database } = context
  const ids = [...eventIds]
  await sql`delete from agenda_occurrence where event_id = any(${ids}::uuid[])`.execute(database)
  for (const row of await listSeries(context, ids)) await writeOccurrences(context, row)
}

async function listSeries({ database }: Context, ids: string[]): Promise<Row[]> {
  const { rows } = await sql<
    Omit<Row, 'startsAt' | 'endsAt'> & { startsAt: Date | null; endsAt: Date | null }
  >`
    select e.event_id as id, e.network_id as "networkId", e.happens as when, e.words, e.starts_at as "startsAt", e.ends_at as "endsAt",
      e.zone, e.known_on as "knownOn", e.recurrence, n.opens_on as "opensOn"
    from agenda_event e join networks_network n on n.network_id = e.network_id where e.event_id = any(${ids}::uuid[])
  `.execute(database)
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
  }))
}

async function writeOccurrences(context: Context, row: Row): Promise<void> {
  const { id, networkId, opensOn, recurrence, ...date } = row
  const { database, today } = context
  const actual = dayOf(context.clock)
  const presents = [today, actual, opensOn ?? actual].toSorted()
  const { days, until } =
    recurrence === null
      ? { days: [], until: null }
      : listedDays(date, recurrence, { first: presents[0] ?? today, last: presents.at(-1) ?? today })
  if (days.length > 0)
    await database
      .insertInto('agenda_occurrence')
      .values(
        days.map(({ occursOn, startsOn, endsOn, isCancelled }) => ({
          event_id: id,
          occurs_on: occursOn,
          network_id: networkId,
          starts_on: startsOn,
          ends_on: endsOn,
          state: isCancelled ? 'cancelled' : null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await database
    .updateTable('agenda_event')
    .set({ occurrences_until: until })
    .where('event_id', '=', id)
    .execute()
}

// Days run out slowly: a series is rewritten once it is known for so much less than it could be.
const slackDays = 30

/** Writes down the occurrences of series that time has come nearer to. */
export async function extendSeries(context: Context): Promise<void> {
  const horizon = Temporal.PlainDate.from(context.today).add({ years: yearsAhead })
  for (const eventId of await listWaiting(context, horizon.subtract({ days: slackDays }).toString()))
    await inTransaction(context, (inside) => refreshOccurrences(inside, [eventId]))
}
