import { sql } from 'kysely'
import { scopeOf } from '../../../../platform/activity/activity.ts'
import { QueryCache } from '../../../../platform/activity/query-cache.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { EventFilter } from '../list/event-filter.ts'
import { findByKeys, selectHappenings, selectNewest, selectOldest } from '../list/queries.ts'
import type { AgendaEvent } from '../summary.queries.ts'

/** A place with what happens there. */
export interface EventPlace {
  /** Null for events of which no place is known. */
  slug: string | null
  country: string | null
  name: LocalizedName
  shortName: LocalizedName
  /** Decimal degrees, `[longitude, latitude]`; null when unknown. */
  point: readonly [number, number] | null
  /** How many events there are, and the first of them. */
  count: number
  events: AgendaEvent[]
}

/** How many events of a place are named. */
const mostNamed = 5

const kept = new QueryCache<readonly EventPlace[]>(100)

/** The places of the events of a filter, those with the most first; cached for anonymous readers as long as nothing changes. */
export async function listEventPlaces(
  context: Context,
  networkId: string,
  filter: EventFilter,
): Promise<readonly EventPlace[]> {
  const ask = () => readEventPlaces(context, networkId, filter)
  if (context.actor.kind !== 'anonymous') return ask()
  const key = JSON.stringify([networkId, context.today, filter])
  return kept.find(context, [scopeOf(null), scopeOf(networkId)], key, ask)
}

interface Row extends Omit<EventPlace, 'point' | 'events'> {
  latitude: number | null
  longitude: number | null
  keys: string[]
}

async function readEventPlaces(
  context: Context,
  networkId: string,
  filter: EventFilter,
): Promise<EventPlace[]> {
  const order = filter.span === 'past' ? selectNewest() : selectOldest()
  const { rows } = await sql<Row>`
    with placed as (
      select h.place_id, count(*)::int as count,
        (array_agg(h.event_id || coalesce('/' || h.occurs_on, '') order by ${order}))[1:${mostNamed}::int] as keys
      from ${selectHappenings(context, networkId, filter)}
      group by h.place_id
    )
    select o.slug, o.country, coalesce(o.name, '{}') as name, coalesce(o.short_name, '{}') as "shortName",
      o.latitude, o.longitude, placed.count, placed.keys
    from placed left join directory_organisation o on o.organisation_id = placed.place_id
    order by placed.count desc, o.slug nulls last
  `.execute(context.database)
  const keys = rows.flatMap((row) => row.keys)
  const events = keys.length === 0 ? new Map<string, AgendaEvent>() : await findByKeys(context, keys)
  return rows.map(({ latitude, longitude, keys: own, ...row }) => ({
    ...row,
    point: latitude === null || longitude === null ? null : [longitude, latitude],
    events: own.flatMap((key) => events.get(key) ?? []),
  }))
}
