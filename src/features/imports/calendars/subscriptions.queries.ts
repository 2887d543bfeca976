import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

/** The keys under which a calendar has entries. */
export async function listKeys(context: Context, calendarId: string): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select entry_key as key from imports_calendar_entry where calendar_id = ${calendarId}
  `.execute(context.database)
  return new Set(rows.map(({ key }) => key))
}

/** Events of a calendar that are not over, and that it has dropped. */
export async function listMissing(
  context: Context,
  calendarId: string,
  keys: readonly string[],
): Promise<{ key: string; eventId: string; isKept: boolean }[]> {
  const { rows } = await sql<{ key: string; eventId: string; isKept: boolean }>`
    select e.entry_key as key, e.event_id as "eventId",
      exists (select from contributions_version v where v.record_kind = 'event' and v.record_id = e.event_id)
        or exists (select from imports_calendar_entry other where other.event_id = e.event_id and other.applied_at is not null
          and other.calendar_id <> e.calendar_id) as "isKept"
    from imports_calendar_entry e join agenda_event event on event.event_id = e.event_id
    where e.calendar_id = ${calendarId} and e.entry_key <> all(${[...keys]}::text[]) and event.ends_on >= ${context.today}::date
  `.execute(context.database)
  return rows
}
