import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import { interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type AgendaEvent, selectEvents } from '../events/summary.queries.ts'
import type { Taken } from './places.ts'
import { storedQuestion } from './questions/question.ts'
import type { Registration } from './registration.ts'
import type { Terms } from './terms.ts'

interface TermsRow extends Omit<Terms, 'questions'> {
  questions: unknown
}

/** On which terms one registers for an event; null where that was never opened. */
export async function lookUpTerms({ database }: Context, eventId: string): Promise<Terms | null> {
  const { rows } = await sql<TermsRow>`
    select event_id as "eventId", is_open as "isOpen", until, zone, for_whom as "forWhom", places, country_places as "countryPlaces",
      questions, data_use as "dataUse", kept_months as "keptMonths", reminder_days as "reminderDays"
    from agenda_registration_terms where event_id = ${eventId}
  `.execute(database)
  const [row] = rows
  return row ? { ...row, questions: z.array(storedQuestion).parse(row.questions) } : null
}

/** The slug of the network of an event; null where there is no such event. */
export async function lookUpNetworkOf({ database }: Context, eventId: string): Promise<string | null> {
  const row = await database
    .selectFrom('agenda_event as e')
    .innerJoin('networks_network as n', 'n.network_id', 'e.network_id')
    .select('n.slug')
    .where('e.event_id', '=', eventId)
    .executeTakeFirst()
  return row?.slug ?? null
}

/** How many have a place, by country. */
export async function countPlaced({ database }: Context, eventId: string): Promise<Taken> {
  const { rows } = await sql<{ country: string; count: number }>`
    select country, count(*)::int as count from agenda_registration
    where event_id = ${eventId} and state = 'placed' group by country
  `.execute(database)
  return Object.fromEntries(rows.map(({ country, count }) => [country, count]))
}

/** One registration for an event, or null. */
export async function lookUpRegistration(context: Context, id: string): Promise<Registration | null> {
  const [found] = isId(id) ? await selectRegistrations(context, sql`r.registration_id = ${id}`) : []
  return found ?? null
}

/** One confirmed registration for an event, or 404. */
export async function findRegistration(context: Context, eventId: string, id: string): Promise<Registration> {
  const found = await lookUpRegistration(context, id)
  return found?.eventId === eventId && found.state !== 'unconfirmed' ? found : notFound(id)
}

/** The registration of an address or an account for an event, unless withdrawn; null for none. */
export async function lookUpOwnRegistration(
  context: Context,
  eventId: string,
  { address, personId }: { address: string | null; personId: string | null },
): Promise<Registration | null> {
  const [found] = await selectRegistrations(
    context,
    sql`r.event_id = ${eventId} and r.state in ('waiting', 'placed')
      and (r.person_id = ${personId}::uuid or lower(r.address) = lower(${address}::text))`,
    sql`order by r.queued_at limit 1`,
  )
  return found ?? null
}

/** How many wait up to a registrant, themselves included. */
export async function countWaitingUpTo(
  { database }: Context,
  { id, eventId }: Pick<Registration, 'id' | 'eventId'>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from agenda_registration
    where event_id = ${eventId} and state = 'waiting' and (queued_at, registration_id) <= (
      select own.queued_at, own.registration_id from agenda_registration own where own.registration_id = ${id})
  `.execute(database)
  return onlyRow(rows).count
}

/** How often an address was typed in for an event lately. */
export async function countLately(
  { clock, database }: Context,
  eventId: string,
  address: string,
): Promise<number> {
  const since = clock.now().subtract({ hours: 24 }).toString()
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from agenda_registration
    where event_id = ${eventId} and lower(address) = lower(${address}) and created_at > ${since}
  `.execute(database)
  return onlyRow(rows).count
}

/** The first people who wait and whose country is not full, in order. */
export async function listNextWaiting(
  { database }: Context,
  eventId: string,
  { counted, full, limit }: { counted: readonly string[]; full: readonly string[]; limit: number },
): Promise<{ id: string; country: string }[]> {
  const { rows } = await sql<{ id: string; country: string }>`
    select registration_id as id, country from agenda_registration
    where event_id = ${eventId} and state = 'waiting'
      and case when country = any(${[...counted]}::text[]) then country else 'ZZ' end <> all(${[...full]}::text[])
    order by queued_at, registration_id limit ${limit}
  `.execute(database)
  return rows
}

/** Registrations that a condition on `r` lets through. */
export async function selectRegistrations(
  { database }: Pick<Context, 'database'>,
  condition: RawBuilder<unknown>,
  slice: RawBuilder<unknown> = sql``,
): Promise<Registration[]> {
  const { rows } = await sql<Omit<Registration, 'language'> & { language: string }>`
    select r.registration_id as id, r.event_id as "eventId", r.person_id as "personId", r.name, r.organisation, r.country, r.address,
      r.language, r.attendance, r.answers, r.state, r.queued_at as "queuedAt", r.withdrawn_at as "withdrawnAt",
      r.withdrawal_word as "withdrawalWord", r.arrived_at as "arrivedAt", r.created_at as "createdAt"
    from agenda_registration r where ${condition} ${slice}
  `.execute(database)
  return rows.map((row) => ({ ...row, language: interfaceLanguageFor(row.language) }))
}

/** An event for its registrants, whether or not it is still shown to others; 404 for one of another network. */
export async function findAttended(
  context: Context,
  networkId: string,
  eventId: string,
): Promise<AgendaEvent> {
  const [event] = await selectEvents(
    { ...context, actor: { kind: 'operator' } },
    { condition: sql`e.network_id = ${networkId} and e.event_id = ${eventId}`, limit: 1 },
  )
  return event ?? notFound(eventId)
}

/** An event with registrants to notify. */
export interface DueEvent {
  eventId: string
  networkId: string
}

/** Events that have changed since the last mail to a person who comes or waits. */
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

/** Events with people who wait, and with places that may have become free without an action. */
export async function listEventsWithWaiting({ database }: Pick<Context, 'database'>): Promise<DueEvent[]> {
  const { rows } = await sql<DueEvent>`
    select distinct e.event_id as "eventId", e.network_id as "networkId"
    from agenda_registration r join agenda_event e on e.event_id = r.event_id
    where r.state = 'waiting' and e.state = 'planned' and e.published_at is not null
  `.execute(database)
  return rows
}
