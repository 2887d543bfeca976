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

/** Whether a network follows an address already. */
export async function isFollowed(
  { database }: Context,
  networkId: string,
  address: string,
): Promise<boolean> {
  const row = await database
    .selectFrom('imports_calendar')
    .select('calendar_id')
    .where('network_id', '=', networkId)
    .where('kind', '=', 'subscription')
    .where('address', '=', address)
    .executeTakeFirst()
  return row !== undefined
}

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
