import { type RawBuilder, sql } from 'kysely'
import { scopeOf } from '../../../../platform/activity/activity.ts'
import { QueryCache } from '../../../../platform/activity/query-cache.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'
import { whereFound } from '../../../../platform/search/index.ts'
import { selectCommitmentsOpen } from '../../commitments/queries.ts'
import { selectSeatsOpen } from '../../missions/state.queries.ts'
import { occurrenceOf } from '../../recurrence/occurrence.ts'
import { selectByLength, selectDated, selectOccurring, selectOnce } from '../../recurrence/rows.queries.ts'
import { type AgendaEvent, selectEvents, whereVisible } from '../summary.queries.ts'
import type { EventFilter } from './event-filter.ts'

/** Where a part of the list ended: the row's first and last day, its id, and of a series which occurrence it was. */
export interface EventPlace {
  startsOn: string | null
  endsOn: string | null
  id: string
  occursOn: string | null
}

export interface EventSlice {
  limit: number
  offset?: number
  after?: EventPlace | null
  /** The latest first, the order for past events. */
  isReversed?: boolean
  /** Without withdrawn events, even for readers who may see them. */
  isPublished?: boolean
}

/** How many keys of a filter are cached for its pages, the first of them and all others; each event is cached once for all filters. */
const mostKeptKeys = 10_001
const mostFirst = 1000
const firstKeys = new QueryCache<readonly string[]>(200)
const otherKeys = new QueryCache<readonly string[]>(40)
const keptEvents = new QueryCache<AgendaEvent>(10_000)

/**
 * The events of a network that a filter lets through, in the order of their days, a series once for each occurrence; those without a date
 * come last. Anonymous readers get the same objects as long as nothing changes: what is rendered from them is cached, too.
 */
export async function listEvents(
  context: Context,
  networkId: string,
  filter: EventFilter,
  slice: EventSlice,
): Promise<AgendaEvent[]> {
  const { limit, offset = 0, after = null, isReversed = false } = slice
  const scopes = [scopeOf(null), scopeOf(networkId)]
  const isKept = context.actor.kind === 'anonymous' && !after && offset + limit <= mostKeptKeys
  const keys = isKept
    ? await findKeptKeys(context, networkId, filter, { limit, offset, isReversed })
    : await listKeys(context, networkId, filter, slice)
  const read = (wanted: readonly string[]) => findByKeys(context, wanted)
  const found = isKept
    ? await keptEvents.findEach(context, scopes, { ids: keys, under: context.today }, read)
    : await read(keys)
  return keys.flatMap((key) => found.get(key) ?? [])
}

// Most visitors read the first page: the first request after a change does not wait until all ten thousand are in order.
async function findKeptKeys(
  context: Context,
  networkId: string,
  filter: EventFilter,
  { limit, offset, isReversed }: { limit: number; offset: number; isReversed: boolean },
): Promise<string[]> {
  const scopes = [scopeOf(null), scopeOf(networkId)]
  const key = JSON.stringify([networkId, context.today, filter, isReversed])
  const read = (part: { limit: number; offset: number }) =>
    listKeys(context, networkId, filter, { ...part, isReversed })
  const first = await firstKeys.find(context, scopes, key, () => read({ limit: mostFirst, offset: 0 }))
  if (offset + limit <= mostFirst || first.length < mostFirst) return first.slice(offset, offset + limit)
  const others = await otherKeys.find(context, scopes, key, () =>
    read({ limit: mostKeptKeys - mostFirst, offset: mostFirst }),
  )
  return [
    ...first.slice(offset, offset + limit),
    ...others.slice(Math.max(0, offset - mostFirst), offset + limit - mostFirst),
  ]
}

/** Events and occurrences by their keys, as far as the reader may see them. */
export async function findByKeys(
  context: Context,
  keys: readonly string[],
): Promise<Map<string, AgendaEvent>> {
  const ids = [...new Set(keys.map((key) => key.slice(0, idLength)))]
  const events = await selectEvents(context, { condition: sql`e.event_id = any(${ids}::uuid[])` })
  const byId = new Map(events.map((event) => [event.id, event]))
  return new Map(
    keys.flatMap((key) => {
      const event = byId.get(key.slice(0, idLength))
      if (!event) return []
      return [[key, key.length === idLength ? event : occurrenceOf(event, key.slice(idLength + 1))] as const]
    }),
  )
}

const idLength = 36

// Details are loaded for the events that a list shows, not for all that precede them. As one text: thousands of rows would take longer to
// read than to find.
async function listKeys(
  context: Context,
  networkId: string,
  filter: EventFilter,
  { limit, offset = 0, ...slice }: EventSlice,
): Promise<string[]> {
  const order = slice.isReversed ? selectNewest() : selectOldest()
  const { rows } = await sql<{ keys: string | null }>`
    select string_agg(h.event_id || coalesce('/' || h.occurs_on, ''), ' ' order by ${order}) as keys from (
      select h.* from ${selectHappenings(context, networkId, filter, { ...slice, most: offset + limit })}
      order by ${order} limit ${limit} offset ${offset}
    ) as h
  `.execute(context.database)
  return rows[0]?.keys?.split(' ') ?? []
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
        select 1 from ${selectHappenings(context, networkId, filter)} limit ${most}
      ) as counted
    `.execute(context.database)
    return onlyRow(rows).count
  }
  if (context.actor.kind !== 'anonymous') return count()
  const key = JSON.stringify([networkId, context.today, filter, most])
  return counts.find(context, [scopeOf(null), scopeOf(networkId)], key, count)
}

const counts = new QueryCache<number>(500)

interface Happenings extends Pick<EventSlice, 'after' | 'isReversed' | 'isPublished'> {
  /** How many are needed: each kind is read no further. */
  most?: number
}

/**
 * SQL: all happenings that a filter lets through and the actor may see, as `h`: events that take place once and each occurrence of a
 * series, with their days and places.
 */
export function selectHappenings(
  context: Context,
  networkId: string,
  filter: EventFilter,
  { most, after = null, isReversed = false, isPublished = false }: Happenings = {},
): RawBuilder<unknown> {
  const published = isPublished ? sql`and e.published_at is not null` : sql``
  const seen = sql`e.known_on <= ${context.today} and ${whereVisible(context.actor)} ${published}`
  const order = isReversed ? sql`${selectNewest()}, h.occurs_on desc` : sql`${selectOldest()}, h.occurs_on`
  const slice = sql`${after ? sql`where ${comesAfter(after)}` : sql``} ${most === undefined ? sql`` : sql`order by ${order} limit ${most}`}`
  const asked = (dates: RawBuilder<unknown>[]) =>
    sql.join([seen, ...dates, selectUndated(context, networkId, filter)], sql` and `)
  const once = selectByLength(context, filter, 'e').map(
    (part) => sql`(select h.* from (
      select e.event_id, null::date as occurs_on, e.starts_on, e.ends_on, e.place_id
      from agenda_event e where ${asked([part, ...selectOnce(context, filter)])}) as h ${slice})`,
  )
  const occurring = selectByLength(context, filter, 'o').map(
    (part) => sql`(select h.* from (select e.event_id, o.occurs_on, o.starts_on, o.ends_on, e.place_id
      from agenda_occurrence o join agenda_event e on e.event_id = o.event_id
      where o.network_id = ${networkId} and ${asked([part, ...selectOccurring(context, filter)])}) as h ${slice})`,
  )
  return sql`(${sql.join([...once, ...occurring], sql` union all `)}) as h`
}

/**
 * SQL: of those that begin on one day the vaguest comes first: « début juin » before the 2nd, a year before its January. Occurrences of one
 * event on the same days keep the order of their half: otherwise all would be sorted a second time.
 */
export const selectOldest = () => sql`h.starts_on nulls last, h.ends_on desc, h.event_id`
export const selectNewest = () => sql`h.starts_on desc nulls last, h.ends_on, h.event_id desc`

/** SQL: the conditions of a filter on the event `e`; a series is let through as a whole. Visibility is checked separately. */
export function selectConditions(
  context: Context,
  networkId: string,
  filter: EventFilter,
): RawBuilder<unknown> {
  return sql`${selectDated(context, filter)} and ${selectUndated(context, networkId, filter)}`
}

function selectUndated(context: Context, networkId: string, filter: EventFilter): RawBuilder<unknown> {
  const { today } = context
  const all: RawBuilder<unknown>[] = [sql`e.network_id = ${networkId}`]
  if (filter.q !== '') all.push(whereFound('e', filter.q))
  if (filter.kind.length > 0) all.push(sql`e.kind = any(${filter.kind}::text[])`)
  if (filter.theme.length > 0) all.push(isAbout(today, filter.theme))
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
  if (filter.seats) all.push(selectSeatsOpen(today))
  if (filter.commitments) all.push(selectCommitmentsOpen(today))
  return sql.join(all, sql` and `)
}

// An event without themes has those of its ties.
function isAbout(today: string, themes: string[]): RawBuilder<unknown> {
  return sql`(e.themes && ${themes}::text[] or (e.themes = '{}' and exists (
    select 1 from agenda_event_cooperation link join registry_theme t on t.cooperation_id = link.cooperation_id
    where link.event_id = e.event_id and t.known_on <= ${today} and not t.wished and t.theme = any(${themes}::text[])
  )))`
}

// Invited to what another side holds: a country that is named as a guest, or one whose organisations are guests only.
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

// The order is chronological: programs walk the agenda forwards.
function comesAfter({ startsOn, endsOn, id, occursOn }: EventPlace): RawBuilder<unknown> {
  const isLater = sql`(h.event_id > ${id}::uuid or (h.event_id = ${id}::uuid and h.occurs_on > ${occursOn}::date))`
  if (startsOn === null) return sql`(h.starts_on is null and ${isLater})`
  return sql`(h.starts_on is null or h.starts_on > ${startsOn}::date or (h.starts_on = ${startsOn}::date
    and (h.ends_on < ${endsOn}::date or (h.ends_on = ${endsOn}::date and ${isLater}))))`
}
