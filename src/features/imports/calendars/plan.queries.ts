import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { CalendarEntry } from './entries/entry.ts'
import { type HeldEntry, ownEventOf, type PlannedEntry, planEntry } from './outcome.ts'

/** What becomes of the entries of a calendar in a network; `calendarId` is the calendar itself, where it is stored already. */
export async function listPlanned(
  context: Context,
  networkId: string,
  entries: readonly CalendarEntry[],
  calendarId: string | null,
): Promise<PlannedEntry[]> {
  const keys = entries.map(({ key }) => key)
  const held = await listHeld(context, networkId, keys, calendarId)
  const ownIds = await listOwn(context, networkId, keys)
  return entries.map((entry) => planEntry(entry, held.get(entry.key), ownIds))
}

async function listHeld(
  context: Context,
  networkId: string,
  keys: readonly string[],
  calendarId: string | null,
): Promise<Map<string, HeldEntry>> {
  const { rows } = await sql<HeldEntry>`
    select distinct on (e.entry_key) e.entry_key as key, e.event_id as "eventId", e.digest, e.sequence, e.stated_at as "statedAt",
      (e.document ->> 'isCancelled')::boolean as "isCancelled",
      exists (select from imports_calendar_entry f join imports_calendar s on s.calendar_id = f.calendar_id
        where f.event_id = e.event_id and s.kind = 'subscription' and s.calendar_id is distinct from ${calendarId}::uuid) as "isFollowed",
      exists (select from contributions_version v where v.record_kind = 'event' and v.record_id = e.event_id) as "isEdited"
    from imports_calendar_entry e join imports_calendar c on c.calendar_id = e.calendar_id
    where c.network_id = ${networkId} and e.applied_at is not null and e.event_id is not null
      and e.entry_key = any(${[...keys]}::text[])
    order by e.entry_key, e.applied_at desc, e.calendar_id desc
  `.execute(context.database)
  return new Map(rows.map((row) => [row.key, row]))
}

async function listOwn(context: Context, networkId: string, keys: readonly string[]): Promise<Set<string>> {
  const named = [...new Set(keys.flatMap((key) => ownEventOf(key) ?? []))]
  if (named.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select event_id as id from agenda_event where network_id = ${networkId} and event_id = any(${named}::uuid[])
  `.execute(context.database)
  return new Set(rows.map(({ id }) => id))
}
