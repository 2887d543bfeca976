import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

const keptMonths = 12

/** Forgets, a year after the last slot of a session, the names of attendees and their addresses: the meetings of organisations stay. */
export async function forgetPeople({ clock, database }: Context): Promise<void> {
  const limit = clock.now().toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant().toString()
  await sql`
    update partners_session_participant p set person_name = '', address = null
    where (p.person_name <> '' or p.address is not null)
      and exists (select 1 from partners_session_slot l where l.session_id = p.session_id)
      and not exists (select 1 from partners_session_slot l where l.session_id = p.session_id and l.ends_at > ${limit}::timestamptz)
  `.execute(database)
}
