import { sql } from 'kysely'
import { scopeOf } from '../../../platform/activity/activity.ts'
import { QueryCache } from '../../../platform/activity/query-cache.ts'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import { notFound } from '../../../platform/refusal.ts'
import { listNetworkPages } from '../../networks/index.ts'
import { shownOccurrence } from '../recurrence/coming.ts'
import { readFilter } from './list/event-filter.ts'
import { listEvents } from './list/queries.ts'
import { type AgendaEvent, selectEvents, selectPublic, whereVisible } from './summary.queries.ts'

/** The events of some cooperations as known on the context's day, oldest first; undated ones last. */
export async function listEventsOf(context: Context, cooperationIds: string[]): Promise<AgendaEvent[]> {
  if (cooperationIds.length === 0) return []
  const events = await selectEvents(context, {
    condition: sql`exists (select 1 from agenda_event_cooperation link
      where link.event_id = e.event_id and link.cooperation_id = any(${cooperationIds}::uuid[]))`,
  })
  return withShownDates(context, events)
}

/** The events in which an organisation takes part, as known on the context's day. */
export async function listEventsWith(context: Context, organisationId: string): Promise<AgendaEvent[]> {
  const events = await selectEvents(context, {
    condition: sql`exists (select 1 from agenda_event_organisation part
      where part.event_id = e.event_id and part.organisation_id = ${organisationId})`,
  })
  return withShownDates(context, events)
}

// An event that repeats appears once in such a list, by its next date.
function withShownDates({ today }: Context, events: AgendaEvent[]): AgendaEvent[] {
  if (events.every(({ recurrence }) => recurrence === null)) return events
  const rank = ({ startsOn }: AgendaEvent) => startsOn ?? '9999-99-99'
  return events
    .map((event) => shownOccurrence(event, today))
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0))
}

/** What is planned in a network on or after the context's day, soonest first. */
export async function listComing(context: Context, networkId: string, most: number): Promise<AgendaEvent[]> {
  const filter = readFilter({ when: 'coming', status: 'planned', from: context.today })
  return listEvents(context, networkId, filter, { limit: most })
}

/**
 * The events of a network that contain some words: those to come, then those that are over, the latest first. One that repeats appears
 * once, by its next occurrence.
 */
export async function listEventsNamed(
  context: Context,
  networkId: string,
  text: string,
  most: number,
): Promise<AgendaEvent[]> {
  if (text === '') return []
  const filter = readFilter({ q: text })
  const coming = await listEvents(context, networkId, filter, { limit: most * mostOfOne })
  const over = await listEvents(
    context,
    networkId,
    { ...filter, span: 'past' },
    { limit: most * mostOfOne, isReversed: true },
  )
  return [...new Map([...coming, ...over].toReversed().map((event) => [event.id, event])).values()]
    .toReversed()
    .slice(0, most)
}

// So many occurrences of each are examined before others are missed.
const mostOfOne = 10

/** The latest event that anybody may read, has begun and has pictures; or null. */
export async function lookUpPictured(context: Context, networkId: string): Promise<AgendaEvent | null> {
  const { today } = context
  const [event] = await selectEvents(context, {
    condition: sql`e.network_id = ${networkId} and ${selectPublic()} and e.starts_on <= ${today} and e.state <> 'cancelled'
      and exists (select 1 from pictures_picture p where p.network_id = e.network_id and p.record_kind = 'event'
        and p.record_id = e.event_id and p.removed_at is null and p.known_on <= ${today})`,
    order: sql`e.starts_on desc, e.event_id desc`,
    limit: 1,
  })
  return event ?? null
}

/** The public pages of the agenda of every network. */
export const listEventPages = listNetworkPages(
  ['/agenda'],
  sql`select e.slug, '/agenda/' || e.slug, e.updated_at from agenda_event e
    where e.network_id = n.network_id and e.known_on <= n.day and ${selectPublic()}`,
)

/** The name of the followed calendar that keeps an event, unless a change untied it; or null. */
export async function lookUpFollowed({ database }: Context, eventId: string): Promise<string | null> {
  const row = await database
    .selectFrom('imports_calendar_entry as e')
    .innerJoin('imports_calendar as c', 'c.calendar_id', 'e.calendar_id')
    .select('c.title')
    .where('e.event_id', '=', eventId)
    .where('c.kind', '=', 'subscription')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contributions_version as v')
            .select('v.number')
            .where('v.record_kind', '=', 'event')
            .whereRef('v.record_id', '=', 'e.event_id'),
        ),
      ),
    )
    .executeTakeFirst()
  return row?.title ?? null
}

/** One event of a network by its slug, or 404: also for what the reader may not see, or is not known yet. */
export async function findEvent(context: Context, networkId: string, slug: string): Promise<AgendaEvent> {
  const [event] = await selectEvents(context, {
    condition: sql`e.network_id = ${networkId} and e.slug = ${slug}`,
    limit: 1,
  })
  return event ?? notFound(slug)
}

/** One event of a network by its id, or null: also for what the reader may not see, or is not known yet. */
export async function lookUpEvent(
  context: Context,
  networkId: string,
  id: string,
): Promise<AgendaEvent | null> {
  const [event] = await selectEvents(context, {
    condition: sql`e.network_id = ${networkId} and e.event_id = ${id}`,
    limit: 1,
  })
  return event ?? null
}

interface EventChoices {
  kinds: string[]
  themes: string[]
  guests: string[]
}

const choices = new QueryCache<EventChoices>(100)

/** Codes of kinds, themes and invited countries that occur in a network: a choice without events is not offered. */
export async function findEventChoices(context: Context, networkId: string): Promise<EventChoices> {
  const ask = () => readEventChoices(context, networkId)
  if (context.actor.kind !== 'anonymous') return ask()
  return choices.find(
    context,
    [scopeOf(null), scopeOf(networkId)],
    JSON.stringify([networkId, context.today]),
    ask,
  )
}

async function readEventChoices(context: Context, networkId: string): Promise<EventChoices> {
  const { rows } = await sql<EventChoices>`
    with seen as (
      select e.event_id, e.kind, e.themes, e.guest_countries from agenda_event e
      where e.network_id = ${networkId} and e.known_on <= ${context.today} and ${whereVisible(context.actor)}
    )
    select
      coalesce((select array_agg(distinct kind) from seen), '{}') as kinds,
      coalesce((select array_agg(distinct theme) from (
        select unnest(themes) as theme from seen
        union select t.theme from seen join agenda_event_cooperation link on link.event_id = seen.event_id
          join registry_theme t on t.cooperation_id = link.cooperation_id
        where seen.themes = '{}' and not t.wished and t.known_on <= ${context.today}
      ) as named), '{}') as themes,
      coalesce((select array_agg(distinct guest) from (select unnest(guest_countries) as guest from seen) as invited), '{}') as guests
  `.execute(context.database)
  return onlyRow(rows)
}
