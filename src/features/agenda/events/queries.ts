import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { EventKind, EventState, Firmness } from './codes.ts'

export interface EventOrganisation {
  slug: string
  country: string
  name: LocalizedName
  shortName: LocalizedName
  role: string
}

export interface AgendaEvent {
  id: string
  networkId: string
  slug: string
  kind: EventKind
  title: LocalizedText
  happens: string | null
  startsOn: string | null
  endsOn: string | null
  words: LocalizedText
  /** ISO day on which it became known: what is said of a programme without an end holds until then. */
  knownOn: string
  state: EventState
  firmness: Firmness | null
  guestCountries: string[]
  frame: LocalizedText
  place: { slug: string; name: LocalizedName; shortName: LocalizedName } | null
  organisations: EventOrganisation[]
  cooperations: { id: string; slug: string }[]
}

/** The events of some cooperations as known on the context's day, oldest first; undated ones last. */
export async function listEventsOf(context: Context, cooperationIds: string[]): Promise<AgendaEvent[]> {
  if (cooperationIds.length === 0) return []
  return select(
    context,
    sql`exists (select 1 from agenda_event_cooperation link
      where link.event_id = e.event_id and link.cooperation_id = any(${cooperationIds}::uuid[]))`,
  )
}

/** The events in which an organisation takes part, as known on the context's day. */
export async function listEventsWith(context: Context, organisationId: string): Promise<AgendaEvent[]> {
  return select(
    context,
    sql`exists (select 1 from agenda_event_organisation part
      where part.event_id = e.event_id and part.organisation_id = ${organisationId})`,
  )
}

/** What is planned in a network on or after the context's day, soonest first. */
export async function listComing(context: Context, networkId: string, most: number): Promise<AgendaEvent[]> {
  return select(
    context,
    sql`e.network_id = ${networkId} and e.state = 'planned' and e.ends_on >= ${context.today}`,
    most,
  )
}

async function select(
  context: Context,
  condition: RawBuilder<unknown>,
  most: number | null = null,
): Promise<AgendaEvent[]> {
  const { rows } = await sql<AgendaEvent>`
    select e.event_id as id, e.network_id as "networkId", e.slug, e.kind, e.title, e.happens, e.starts_on as "startsOn", e.ends_on as "endsOn", e.words, e.known_on as "knownOn",
      e.state, e.firmness, e.guest_countries as "guestCountries", e.frame,
      (select json_build_object('slug', o.slug, 'name', o.name, 'shortName', o.short_name)
        from directory_organisation o where o.organisation_id = e.place_id) as place,
      coalesce((select json_agg(json_build_object('slug', o.slug, 'country', o.country, 'name', o.name, 'shortName', o.short_name,
          'role', part.role) order by part.position)
        from agenda_event_organisation part join directory_organisation o on o.organisation_id = part.organisation_id
        where part.event_id = e.event_id), '[]') as organisations,
      coalesce((select json_agg(json_build_object('id', c.cooperation_id, 'slug', c.slug) order by c.slug)
        from agenda_event_cooperation link join registry_cooperation c on c.cooperation_id = link.cooperation_id
        where link.event_id = e.event_id and c.known_on <= ${context.today}), '[]') as cooperations
    from agenda_event e
    where e.known_on <= ${context.today} and ${condition}
    order by e.starts_on nulls last, e.ends_on, e.slug
    limit ${most}
  `.execute(context.database)
  return rows
}
