import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** An event whose meetings have something to follow. */
export interface DueEvent {
  eventId: string
  networkId: string
}

/** The events that were cancelled while participants have meetings at them, with their network. */
export function listCancelled(context: Pick<Context, 'database'>): Promise<DueEvent[]> {
  return listDue(context, sql`e.state = 'cancelled'`)
}

// An organiser who corrects a slip at once has notified nobody of it.
const quietMinutes = 5

/** The events whose title or place differs from the announced one (or that is unknown), unchanged for some minutes. */
export function listRetold(context: Pick<Context, 'database' | 'clock'>): Promise<DueEvent[]> {
  const quietSince = context.clock.now().subtract({ minutes: quietMinutes }).toString()
  return listDue(
    context,
    sql`e.state = 'planned' and e.published_at is not null and e.updated_at <= ${quietSince}::timestamptz
      and (s.told_title is null or s.told_title <> e.title or s.told_venue <> e.venue or s.told_place_id is distinct from e.place_id)`,
  )
}

async function listDue(
  { database }: Pick<Context, 'database'>,
  condition: RawBuilder<unknown>,
): Promise<DueEvent[]> {
  const { rows } = await sql<DueEvent>`
    select s.event_id as "eventId", s.network_id as "networkId"
    from partners_session s join agenda_event e on e.event_id = s.event_id
    where (${condition}) and exists (
      select 1 from partners_session_appointment a where a.session_id = s.session_id and a.cancelled_at is null)
  `.execute(database)
  return rows
}
