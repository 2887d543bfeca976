import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

/** An event some of whose registrants are to be told something. */
export interface DueEvent {
  eventId: string
  networkId: string
}

/** Events that have changed since somebody who comes or waits was last told. */
export async function listChangedEvents({ database }: Pick<Context, 'database'>): Promise<DueEvent[]> {
  const { rows } = await sql<DueEvent>`
    select distinct e.event_id as "eventId", e.network_id as "networkId"
    from agenda_registration r join agenda_event e on e.event_id = r.event_id
    where r.state in ('placed', 'waiting') and e.sequence > r.told_sequence and e.published_at is not null
  `.execute(database)
  return rows
}

/** Events of a network whose reminders are due on its day. */
export async function listEventsToRemind(
  { database, today }: Pick<Context, 'database' | 'today'>,
  networkId: string,
): Promise<DueEvent[]> {
  const { rows } = await sql<DueEvent>`
    select e.event_id as "eventId", e.network_id as "networkId"
    from agenda_registration_terms t join agenda_event e on e.event_id = t.event_id
    where e.network_id = ${networkId} and t.reminder_days is not null and e.state = 'planned' and e.published_at is not null
      and e.starts_on >= ${today}::date
      and e.starts_on <= (${today}::date + t.reminder_days * interval '1 day')::date
      and exists (select 1 from agenda_registration r
        where r.event_id = e.event_id and r.state = 'placed' and r.reminded_at is null)
  `.execute(database)
  return rows
}

/** Events with people who wait, and with places that may have become free without anybody’s doing. */
export async function listEventsWithWaiting({ database }: Pick<Context, 'database'>): Promise<DueEvent[]> {
  const { rows } = await sql<DueEvent>`
    select distinct e.event_id as "eventId", e.network_id as "networkId"
    from agenda_registration r join agenda_event e on e.event_id = r.event_id
    where r.state = 'waiting' and e.state = 'planned' and e.published_at is not null
  `.execute(database)
  return rows
}
