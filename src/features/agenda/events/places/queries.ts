import { sql } from 'kysely'
import { scopeOf } from '../../../../platform/activity/activity.ts'
import { KeptAnswers } from '../../../../platform/activity/kept-answers.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { EventFilter } from '../list/filter.ts'
import { selectConditions } from '../list/queries.ts'
import { type AgendaEvent, selectEvents, selectNewestFirst, selectOldestFirst } from '../row/queries.ts'
import { selectSeen } from '../sight/queries.ts'

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

const kept = new KeptAnswers<readonly EventPlace[]>(100)

/** The places of the events of a filter, those with the most first; kept for anonymous readers as long as nothing is changed. */
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
  ids: string[]
}

async function readEventPlaces(
  context: Context,
  networkId: string,
  filter: EventFilter,
): Promise<EventPlace[]> {
  const order = filter.span === 'past' ? selectNewestFirst() : selectOldestFirst()
  const { rows } = await sql<Row>`
    with placed as (
      select e.place_id, count(*)::int as count, (array_agg(e.event_id order by ${order}))[1:${mostNamed}::int] as ids
      from agenda_event e
      where e.known_on <= ${context.today} and ${selectSeen(context.actor)} and ${selectConditions(context, networkId, filter)}
      group by e.place_id
    )
    select o.slug, o.country, coalesce(o.name, '{}') as name, coalesce(o.short_name, '{}') as "shortName",
      o.latitude, o.longitude, placed.count, placed.ids
    from placed left join directory_organisation o on o.organisation_id = placed.place_id
    order by placed.count desc, o.slug nulls last
  `.execute(context.database)
  const ids = rows.flatMap((row) => row.ids)
  const events =
    ids.length === 0
      ? []
      : await selectEvents(context, { condition: sql`e.event_id = any(${ids}::uuid[])`, order })
  return rows.map(({ latitude, longitude, ids: own, ...row }) => ({
    ...row,
    point: latitude === null || longitude === null ? null : [longitude, latitude],
    events: events.filter(({ id }) => own.includes(id)),
  }))
}
