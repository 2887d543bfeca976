import { type RawBuilder, sql } from 'kysely'
import { scopeOf } from '../../../../platform/activity/activity.ts'
import { KeptAnswers } from '../../../../platform/activity/kept-answers.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { queryPlan } from '../../../../platform/search/index.ts'
import { selectCommitmentsOpen } from '../../commitments/state/queries.ts'
import { selectSeatsOpen } from '../../missions/state/queries.ts'
import { type AgendaEvent, selectEvents, selectNewestFirst, selectOldestFirst } from '../row/queries.ts'
import { selectSeen } from '../sight/queries.ts'
import type { EventFilter } from './filter.ts'

/** Where a part of the list ended: the row's first and last day, and its id. */
export interface EventPlace {
  startsOn: string | null
  endsOn: string | null
  id: string
}

export interface EventSlice {
  limit: number
  offset?: number
  after?: EventPlace | null
  /** The latest first, as what is over is read. */
  isReversed?: boolean
}

/** As far as pages of the list go: a filter is kept with all of its ids, and each event once for all filters. */
const mostKeptIds = 10_001
const keptIds = new KeptAnswers<readonly string[]>(30)
const keptEvents = new KeptAnswers<AgendaEvent>(10_000)

/**
 * The events of a network that a filter lets through, in the order of their days; those without a date stand at the end. Anonymous
 * readers get the same objects for as long as nothing was changed: what is drawn of them is kept, too.
 */
export async function listEvents(
  context: Context,
  networkId: string,
  filter: EventFilter,
  slice: EventSlice,
): Promise<AgendaEvent[]> {
  const { limit, offset = 0, after = null, isReversed = false } = slice
  const scopes = [scopeOf(null), scopeOf(networkId)]
  const isKept = context.actor.kind === 'anonymous' && !after && offset + limit <= mostKeptIds
  const ids = isKept
    ? (
        await keptIds.find(
          context,
          scopes,
          JSON.stringify([networkId, context.today, filter, isReversed]),
          () => listIds(context, networkId, filter, { limit: mostKeptIds, isReversed }),
        )
      ).slice(offset, offset + limit)
    : await listIds(context, networkId, filter, slice)
  const read = async (wanted: readonly string[]) => {
    const events = await selectEvents(context, { condition: sql`e.event_id = any(${wanted}::uuid[])` })
    return new Map(events.map((event) => [event.id, event]))
  }
  const found = isKept
    ? await keptEvents.findEach(context, scopes, { ids, under: context.today }, read)
    : await read(ids)
  return ids.flatMap((id) => found.get(id) ?? [])
}

// What a list shows of an event is gathered for those that it shows, not for all that stand before them.
async function listIds(
  context: Context,
  networkId: string,
  filter: EventFilter,
  { limit, offset = 0, after = null, isReversed = false }: EventSlice,
): Promise<string[]> {
  const conditions = selectConditions(context, networkId, filter)
  const { rows } = await sql<{ id: string }>`
    select e.event_id as id from agenda_event e
    where e.known_on <= ${context.today} and ${selectSeen(context.actor)} and ${conditions}
      ${after ? sql`and ${comesAfter(after)}` : sql``}
    order by ${isReversed ? selectNewestFirst() : selectOldestFirst()}
    limit ${limit} offset ${offset}
  `.execute(context.database)
  return rows.map(({ id }) => id)
}

/** How many events a filter lets through, counted up to `most`. */
export async function countEvents(
  context: Context,
  networkId: string,
  filter: EventFilter,
  most: number,
): Promise<number> {
  const count = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from (
        select 1 from agenda_event e
        where e.known_on <= ${context.today} and ${selectSeen(context.actor)} and ${selectConditions(context, networkId, filter)}
        limit ${most}
      ) as counted
    `.execute(context.database)
    return rows[0]?.count ?? 0
  }
  if (context.actor.kind !== 'anonymous') return count()
  const key = JSON.stringify([networkId, context.today, filter, most])
  return counts.find(context, [scopeOf(null), scopeOf(networkId)], key, count)
}

const counts = new KeptAnswers<number>(500)

/** SQL: what a filter asks of the event `e`; who may see it is asked beside. */
export function selectConditions(
  context: Context,
  networkId: string,
  filter: EventFilter,
): RawBuilder<unknown> {
  const { today } = context
  const all: RawBuilder<unknown>[] = [sql`e.network_id = ${networkId}`]
  // A plan whose last day has gone is over, whether or not somebody said so; one without a date is still to come.
  const isComing = sql`(e.state <> 'past' and coalesce(e.ends_on >= ${today}::date, true))`
  if (filter.span === 'coming') all.push(isComing)
  if (filter.span === 'past') all.push(sql`not ${isComing}`)
  const plan = queryPlan(filter.text)
  if (plan.kind === 'match')
    all.push(sql`e.grams @> ${plan.grams}::text[]`, ...plan.likes.map((like) => sql`e.search like ${like}`))
  else if (plan.kind === 'tooShort') all.push(sql`(' ' || e.search) like ${`% ${plan.prefix}%`}`)
  else if (filter.text !== '') all.push(sql`false`)
  if (filter.kinds.length > 0) all.push(sql`e.kind = any(${filter.kinds}::text[])`)
  if (filter.states.length > 0) all.push(sql`e.state = any(${filter.states}::text[])`)
  if (filter.themes.length > 0) all.push(isAbout(today, filter.themes))
  if (filter.guest) all.push(isGuest(filter.guest))
  if (filter.country) all.push(concernsCountry(filter.country))
  if (filter.organisation)
    all.push(sql`exists (select 1 from agenda_event_organisation part
      join directory_organisation o on o.organisation_id = part.organisation_id
      where part.event_id = e.event_id and o.slug = ${filter.organisation})`)
  if (filter.cooperation)
    all.push(sql`exists (select 1 from agenda_event_cooperation link
      join registry_cooperation c on c.cooperation_id = link.cooperation_id
      where link.event_id = e.event_id and c.slug = ${filter.cooperation} and c.known_on <= ${today})`)
  if (filter.seatsOpen) all.push(selectSeatsOpen(today))
  if (filter.commitmentsOpen) all.push(selectCommitmentsOpen(today))
  if (filter.from) all.push(sql`e.ends_on >= ${filter.from}::date`)
  if (filter.to) all.push(sql`e.starts_on <= ${filter.to}::date`)
  return sql.join(all, sql` and `)
}

// An event that says nothing of its themes is about those of its ties.
function isAbout(today: string, themes: string[]): RawBuilder<unknown> {
  return sql`(e.themes && ${themes}::text[] or (e.themes = '{}' and exists (
    select 1 from agenda_event_cooperation link join registry_theme t on t.cooperation_id = link.cooperation_id
    where link.event_id = e.event_id and t.known_on <= ${today} and not t.wished and t.theme = any(${themes}::text[])
  )))`
}

// Invited to what somebody else holds: a country that is said to be a guest, or one whose organisations are guests and nothing more.
function isGuest(country: string): RawBuilder<unknown> {
  const takesPart = (roles: RawBuilder<unknown>) => sql`exists (
    select 1 from agenda_event_organisation part join directory_organisation o on o.organisation_id = part.organisation_id
    where part.event_id = e.event_id and o.country = ${country} and part.role ${roles}
  )`
  return sql`(${country} = any(e.guest_countries)
    or (${takesPart(sql`in ('guest', 'guest_of_honour')`)} and not ${takesPart(sql`not in ('guest', 'guest_of_honour')`)}))`
}

function concernsCountry(country: string): RawBuilder<unknown> {
  return sql`(${country} = any(e.guest_countries)
    or exists (select 1 from directory_organisation o where o.organisation_id = e.place_id and o.country = ${country})
    or exists (select 1 from agenda_event_organisation part join directory_organisation o on o.organisation_id = part.organisation_id
      where part.event_id = e.event_id and o.country = ${country}))`
}

// The order is that of what comes: programs walk the agenda forwards.
function comesAfter({ startsOn, endsOn, id }: EventPlace): RawBuilder<unknown> {
  if (startsOn === null) return sql`(e.starts_on is null and e.event_id > ${id}::uuid)`
  return sql`(e.starts_on is null or e.starts_on > ${startsOn}::date or (e.starts_on = ${startsOn}::date
    and (e.ends_on < ${endsOn}::date or (e.ends_on = ${endsOn}::date and e.event_id > ${id}::uuid))))`
}

interface EventChoices {
  kinds: string[]
  themes: string[]
  guests: string[]
}

const choices = new KeptAnswers<EventChoices>(100)

/** Codes of kinds, themes and invited countries that occur in a network: nobody chooses what nothing has. */
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
      where e.network_id = ${networkId} and e.known_on <= ${context.today} and ${selectSeen(context.actor)}
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
  return rows[0] ?? { kinds: [], themes: [], guests: [] }
}
