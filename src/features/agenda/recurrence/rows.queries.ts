import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { EventFilter } from '../events/list/event-filter.ts'
import type { Recurrence } from './schema.ts'

type Dates = Pick<EventFilter, 'span' | 'status' | 'from' | 'to'>

/** SQL: the conditions of a filter on date and state of the event `e`, if it takes place once. */
export function selectOnce({ today }: Pick<Context, 'today'>, filter: Dates): RawBuilder<unknown>[] {
  const dates = selectDates(today, filter, { date: 'e', state: sql`e.state` })
  return [sql`e.recurrence is null`, ...dates]
}

/** SQL: the same of the occurrence `o` of the event `e`. */
export function selectOccurring({ today }: Pick<Context, 'today'>, filter: Dates): RawBuilder<unknown>[] {
  return selectDates(today, filter, { date: 'o', state: sql`coalesce(o.state, e.state)` })
}

/** SQL: these conditions on the event `e` as a whole: a series is let through if one of its occurrences is. */
export function selectDated(context: Pick<Context, 'today'>, filter: Dates): RawBuilder<unknown> {
  const occurring = selectOccurring(context, filter)
  if (occurring.length === 0) return sql`true`
  return sql`((${sql.join(selectOnce(context, filter), sql` and `)}) or (e.recurrence is not null and exists (
    select 1 from agenda_occurrence o where o.event_id = e.event_id and ${sql.join(occurring, sql` and `)})))`
}

function selectDates(
  today: string,
  { span, status, from, to }: Dates,
  { date, state }: { date: 'e' | 'o'; state: RawBuilder<unknown> },
): RawBuilder<unknown>[] {
  const [startsOn, endsOn] = [sql.ref(`${date}.starts_on`), sql.ref(`${date}.ends_on`)]
  // A plan whose last day has gone is over, even if no member said so; one without a date is still to come.
  const isComing = sql`(${state} <> 'past' and coalesce(${endsOn} >= ${today}::date, true))`
  return [
    ...(span === 'coming' ? [isComing] : []),
    ...(span === 'past' ? [sql`not ${isComing}`] : []),
    ...(status.length > 0 ? [sql`${state} = any(${status}::text[])`] : []),
    ...(from ? [sql`${endsOn} >= ${from}::date`] : []),
    ...(to ? [sql`${startsOn} <= ${to}::date`] : []),
  ]
}

/**
 * SQL: conditions that split what is not over before a day by length, so that an index finds each part from its own side: what lasts a
 * month at most began no longer before, and what lasts longer is rare. Without it a month of the last year walks through all years before.
 */
export function selectByLength(
  { today }: Pick<Context, 'today'>,
  { span, from, to }: Dates,
  date: 'e' | 'o',
): RawBuilder<unknown>[] {
  const since = span === 'coming' && !(from !== null && from > today) ? today : from
  if (since === null) return [sql`true`]
  const [startsOn, endsOn] = [sql.ref(`${date}.starts_on`), sql.ref(`${date}.ends_on`)]
  return [
    sql`${endsOn} - ${startsOn} <= ${sql.lit(shortDays)} and ${startsOn} >= ${since}::date - ${sql.lit(shortDays)}`,
    // As the index of these has it, word by word.
    sql`${endsOn} - ${startsOn} > ${sql.lit(shortDays)} and ${endsOn} >= ${since}::date`,
    // Only what has no date is still to come without a last day.
    ...(date === 'e' && from === null && to === null ? [sql`${startsOn} is null`] : []),
  ]
}

const shortDays = 31

/** How the events `e` of a condition repeat, by their ids; events that take place once are skipped. */
export async function findRecurrences(
  { database }: Context,
  condition: RawBuilder<unknown>,
): Promise<Map<string, Recurrence>> {
  const { rows } = await sql<{ id: string; recurrence: Recurrence }>`
    select e.event_id as id, e.recurrence from agenda_event e where e.recurrence is not null and ${condition}
  `.execute(database)
  return new Map(rows.map(({ id, recurrence }) => [id, recurrence]))
}

const eventsAtATime = 100

/** Series with fewer days written down than there should be on a day, a hundred at most. */
export async function listWaiting({ database }: Context, until: string): Promise<string[]> {
  const rows = await database
    .selectFrom('agenda_event')
    .select('event_id')
    .where('occurrences_until', '<', until)
    .orderBy('occurrences_until')
    .limit(eventsAtATime)
    .execute()
  return rows.map(({ event_id }) => event_id)
}
