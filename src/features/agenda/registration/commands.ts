import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { searchText } from '../../../platform/search/index.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { countriesFull, placesLeft, whoIsNext } from './places.ts'
import { countPlaced, listNextWaiting } from './queries.ts'
import type { Entry, Registration } from './registration.ts'
import { countedUnder, type Terms } from './terms.ts'

/** The event for which people register. */
export type Attended = Pick<AgendaEvent, 'id' | 'networkId' | 'sequence' | 'state'>

/** Stores a registration until its address is confirmed; returns its id. */
export async function addUnconfirmed(context: Context, event: Attended, entry: Entry): Promise<string> {
  const id = newId()
  await insert(context, event, { ...entry, id }, null)
  return id
}

/** Puts a person with a known address into the queue; null if they are in it already. */
export async function addRegistration(
  context: Context,
  event: Attended,
  entry: Entry,
  addedBy: string | null = null,
): Promise<string | null> {
  const id = newId()
  if (!(await insert(context, event, { ...entry, id }, addedBy, context.clock.now().toString()))) return null
  await note(context, event, 'registered', id)
  return id
}

async function insert(
  { clock, database }: Context,
  event: Attended,
  entry: Entry & { id: string },
  addedBy: string | null,
  queuedAt: string | null = null,
): Promise<boolean> {
  const now = clock.now().toString()
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('agenda_registration')
    .values({
      registration_id: entry.id,
      event_id: event.id,
      person_id: entry.personId,
      address: entry.address,
      ...columnsOf(entry),
      state: queuedAt === null ? 'unconfirmed' : 'waiting',
      queued_at: queuedAt,
      added_by: addedBy,
      told_sequence: event.sequence,
      told_cancelled: event.state === 'cancelled',
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Registrations for one event run one after another: the last place is given once. */
export async function lockPlaces({ database }: Context, eventId: string): Promise<void> {
  await sql`select 1 from agenda_registration_terms where event_id = ${eventId} for update`.execute(database)
}

/** Puts a person who has confirmed their address into the queue. */
export async function queueConfirmed(context: Context, event: Attended, id: string): Promise<void> {
  const now = context.clock.now().toString()
  await context.database
    .updateTable('agenda_registration')
    .set({ state: 'waiting', queued_at: now, updated_at: now })
    .where('registration_id', '=', id)
    .where('state', '=', 'unconfirmed')
    .execute()
  await note(context, event, 'registered', id)
}

const atATime = 200

/**
 * Gives free places to people who wait, in order, a few hundred at most; returns who got one. What is counted is locked (`lockPlaces`); the
 * job that follows events gives the rest of a long list.
 */
export async function givePlaces(context: Context, terms: Terms): Promise<string[]> {
  const given: string[] = []
  while (given.length < atATime) {
    const taken = await countPlaced(context, terms.eventId)
    const left = placesLeft(terms, taken)
    if (left.all <= 0) return given
    const waiting = await listNextWaiting(context, terms.eventId, {
      counted: Object.keys(terms.countryPlaces),
      full: countriesFull(terms, taken),
      limit: Math.min(left.all, atATime),
    })
    const next = whoIsNext(terms, taken, waiting).map(({ id }) => id)
    if (next.length === 0) break
    await context.database
      .updateTable('agenda_registration')
      .set({ state: 'placed', placed_on: context.today, updated_at: context.clock.now().toString() })
      .where('registration_id', 'in', next)
      .execute()
    given.push(...next)
  }
  return given
}

/** The outcome of a change: nothing if no place is left under the new country. */
export type ChangeOutcome = 'done' | 'full' | 'taken'

/** Changes the entry of a registrant. What is counted is locked. */
export async function changeRegistration(
  context: Context,
  event: Attended,
  terms: Terms,
  before: Registration,
  entry: Omit<Entry, 'personId'>,
): Promise<ChangeOutcome> {
  const [was, is] = [before.country, entry.country].map((country) => countedUnder(terms, country))
  if (before.state === 'placed' && was !== is && is !== undefined && is in terms.countryPlaces) {
    const taken = await countPlaced(context, event.id)
    const without = { ...taken, [before.country]: (taken[before.country] ?? 1) - 1 }
    if (placesLeft(terms, without).under(entry.country) <= 0) return 'full'
  }
  const other = await context.database
    .selectFrom('agenda_registration')
    .select('registration_id')
    .where('event_id', '=', event.id)
    .where('registration_id', '<>', before.id)
    .where('state', 'in', ['waiting', 'placed'])
    .where(sql<boolean>`lower(address) = lower(${entry.address}::text)`)
    .executeTakeFirst()
  if (other) return 'taken'
  await context.database
    .updateTable('agenda_registration')
    .set({ address: entry.address, ...columnsOf(entry), updated_at: context.clock.now().toString() })
    .where('registration_id', '=', before.id)
    .execute()
  await note(context, event, 'changed-registration', before.id)
  return 'done'
}

/** Takes a registrant off the list, with a word of the holders of the event; false when they had gone already. */
export async function withdrawRegistration(
  context: Context,
  event: Attended,
  id: string,
  word = '',
): Promise<boolean> {
  const { actor, clock, database } = context
  const now = clock.now().toString()
  const { numUpdatedRows } = await database
    .updateTable('agenda_registration')
    .set({
      state: 'withdrawn',
      withdrawn_at: now,
      withdrawn_by: personIdOf(actor),
      withdrawal_word: word,
      arrived_at: null,
      updated_at: now,
    })
    .where('registration_id', '=', id)
    .where('event_id', '=', event.id)
    .where('state', 'in', ['waiting', 'placed'])
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await note(context, event, 'withdrew-registration', id)
  return true
}

function columnsOf(entry: Omit<Entry, 'personId' | 'address'>) {
  return {
    name: entry.name,
    organisation: entry.organisation,
    country: entry.country,
    language: entry.language,
    attendance: entry.attendance,
    answers: JSON.stringify(entry.answers),
    search: searchText([entry.name, entry.organisation]),
  }
}

/** Records who did what with a registration. */
export function note(
  context: Context,
  { id, networkId }: Pick<Attended, 'id' | 'networkId'>,
  verb: string,
  registrationId: string,
): Promise<void> {
  const detail = { registration: registrationId }
  return recordActivity(context, { networkId, verb, subjectKind: 'activity', subjectId: id, detail })
}

/** Notes that a registrant with a place is there, or is not after all; does nothing for others. */
export async function checkIn(
  context: Context,
  event: Attended,
  registrationId: string,
  isThere: boolean,
): Promise<void> {
  const { actor, clock, database } = context
  const now = clock.now().toString()
  const { numUpdatedRows } = await database
    .updateTable('agenda_registration')
    .set({
      arrived_at: isThere ? now : null,
      checked_in_by: isThere ? personIdOf(actor) : null,
      updated_at: now,
    })
    .where('registration_id', '=', registrationId)
    .where('event_id', '=', event.id)
    .where('state', '=', 'placed')
    .where('arrived_at', isThere ? 'is' : 'is not', null)
    .executeTakeFirst()
  // Two at the door who tick the same person once more change nothing.
  if (numUpdatedRows === 1n)
    await note(context, event, isThere ? 'checked-in' : 'not-checked-in', registrationId)
}

/** Records that a holder exported the list of who comes. */
export function recordExport(
  context: Context,
  networkId: string,
  eventId: string,
  format: 'xlsx' | 'pdf',
): Promise<void> {
  return recordActivity(context, {
    networkId,
    verb: 'exported-registrations',
    subjectKind: 'activity',
    subjectId: eventId,
    detail: { format },
  })
}
