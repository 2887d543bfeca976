import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { ActivityKind } from '../codes.ts'

export interface ActivityOrganisation {
  slug: string
  country: string
  name: LocalizedName
  shortName: LocalizedName
  role: string
}

export interface Activity {
  id: string
  networkId: string
  slug: string
  kind: ActivityKind
  title: LocalizedText
  happens: string | null
  startsOn: string | null
  endsOn: string | null
  words: LocalizedText
  /** ISO day on which it became known: what is said of a programme without an end holds until then. */
  knownOn: string
  state: 'past' | 'planned' | 'cancelled'
  firmness: 'planned' | 'intention' | 'idea' | 'hope' | null
  guestCountries: string[]
  frame: LocalizedText
  place: { slug: string; name: LocalizedName; shortName: LocalizedName } | null
  organisations: ActivityOrganisation[]
  cooperations: { id: string; slug: string }[]
}

/** The exchanges of some cooperations as known on the context's day, oldest first; undated ones last. */
export async function listActivitiesOf(context: Context, cooperationIds: string[]): Promise<Activity[]> {
  if (cooperationIds.length === 0) return []
  return select(
    context,
    sql`exists (select 1 from registry_activity_cooperation link
      where link.activity_id = e.activity_id and link.cooperation_id = any(${cooperationIds}::uuid[]))`,
  )
}

/** The exchanges in which an organisation takes part, as known on the context's day. */
export async function listActivitiesWith(context: Context, organisationId: string): Promise<Activity[]> {
  return select(
    context,
    sql`exists (select 1 from registry_activity_organisation part
      where part.activity_id = e.activity_id and part.organisation_id = ${organisationId})`,
  )
}

/** What is planned in a network on or after the context's day, soonest first. */
export async function listComing(context: Context, networkId: string, most: number): Promise<Activity[]> {
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
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select e.activity_id as id, e.network_id as "networkId", e.slug, e.kind, e.title, e.happens, e.starts_on as "startsOn", e.ends_on as "endsOn", e.words, e.known_on as "knownOn",
      e.state, e.firmness, e.guest_countries as "guestCountries", e.frame,
      (select json_build_object('slug', o.slug, 'name', o.name, 'shortName', o.short_name)
        from directory_organisation o where o.organisation_id = e.place_id) as place,
      coalesce((select json_agg(json_build_object('slug', o.slug, 'country', o.country, 'name', o.name, 'shortName', o.short_name,
          'role', part.role) order by part.position)
        from registry_activity_organisation part join directory_organisation o on o.organisation_id = part.organisation_id
        where part.activity_id = e.activity_id), '[]') as organisations,
      coalesce((select json_agg(json_build_object('id', c.cooperation_id, 'slug', c.slug) order by c.slug)
        from registry_activity_cooperation link join registry_cooperation c on c.cooperation_id = link.cooperation_id
        where link.activity_id = e.activity_id and c.known_on <= ${context.today}), '[]') as cooperations
    from registry_activity e
    where e.known_on <= ${context.today} and ${condition}
    order by e.starts_on nulls last, e.ends_on, e.slug
    limit ${most}
  `.execute(context.database)
  return rows
}
