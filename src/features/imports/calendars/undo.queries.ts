import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

interface AppliedEntry {
  key: string
  eventId: string
  /** The event as it was before; null where the calendar added it. */
  before: unknown
  /** A person has changed it since, another calendar keeps it, or another calendar has changed it later. */
  isKept: boolean
}

/** A batch of what a calendar brought, with what has happened to it since. */
export async function listApplied(
  context: Context,
  calendarId: string,
  most: number,
): Promise<AppliedEntry[]> {
  const { rows } = await sql<AppliedEntry>`
    select e.entry_key as key, e.event_id as "eventId", e.before,
      exists (select from contributions_version v where v.record_kind = 'event' and v.record_id = e.event_id)
        or exists (select from imports_calendar_entry other where other.event_id = e.event_id and other.applied_at is not null
          and other.calendar_id <> e.calendar_id
          and (e.before is null or (other.applied_at, other.calendar_id) > (e.applied_at, e.calendar_id))) as "isKept"
    from imports_calendar_entry e
    where e.calendar_id = ${calendarId} and e.applied_at is not null and e.event_id is not null
    order by e.position, e.entry_key limit ${most}
  `.execute(context.database)
  return rows
}

/** Those of some events that nobody counts on: no registration was opened for them, and they have no bilateral meetings. */
export async function listUnattended({ database }: Context, eventIds: readonly string[]): Promise<string[]> {
  if (eventIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...eventIds]}::uuid[]) as wanted (id)
    where not exists (select from partners_session s where s.event_id = wanted.id)
      and not exists (select from agenda_registration_terms t where t.event_id = wanted.id)
  `.execute(database)
  return rows.map(({ id }) => id)
}
