import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** The events that were cancelled while participants have meetings at them, with their network. */
export async function listCancelled({
  database,
}: Pick<Context, 'database'>): Promise<{ eventId: string; networkId: string }[]> {
  const { rows } = await sql<{ eventId: string; networkId: string }>`
    select s.event_id as "eventId", s.network_id as "networkId"
    from partners_session s join agenda_event e on e.event_id = s.event_id
    where e.state = 'cancelled' and exists (
      select 1 from partners_session_appointment a where a.session_id = s.session_id and a.cancelled_at is null)
  `.execute(database)
  return rows
}
