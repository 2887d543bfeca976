import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** Unlinks some ties from all their events, as part of the command that removes the ties. */
export async function unlinkEvents(
  { database }: Context,
  networkId: string,
  cooperationIds: readonly string[],
): Promise<void> {
  await sql`delete from agenda_event_cooperation where cooperation_id = any(${[...cooperationIds]}::uuid[])
    and event_id in (select event_id from agenda_event where network_id = ${networkId})`.execute(database)
}

export async function unlinkTies(
  { database }: Context,
  eventId: string,
  cooperationIds: readonly string[],
): Promise<void> {
  if (cooperationIds.length === 0) return
  await database
    .deleteFrom('agenda_event_cooperation')
    .where('event_id', '=', eventId)
    .where('cooperation_id', 'in', [...cooperationIds])
    .execute()
}

export async function linkTies(
  { database }: Context,
  eventId: string,
  cooperationIds: readonly string[],
): Promise<void> {
  if (cooperationIds.length === 0) return
  await database
    .insertInto('agenda_event_cooperation')
    .values(cooperationIds.map((cooperation_id) => ({ event_id: eventId, cooperation_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
