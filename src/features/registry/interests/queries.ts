import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { PartnerSearches, PublishedSearch } from '../../../platform/records/partner-searches.ts'
import type { Theme } from '../../networks/index.ts'

export interface Interest {
  id: string
  networkId: string
  organisationId: string
  slug: string
  country: string
  kind: string
  name: LocalizedName
  shortName: LocalizedName
  codes: Record<string, string>
  latitude: number | null
  longitude: number | null
  seeks: LocalizedText
  offers: LocalizedText
  themes: Theme[]
}

/** The interest of an organisation, in each network where it has one. */
export async function listInterestsOf(context: Context, organisationId: string): Promise<Interest[]> {
  const { rows } = await sql<Interest>`
    select i.interest_id as id, i.network_id as "networkId", o.organisation_id as "organisationId", o.slug, o.country, o.kind, o.name,
      o.short_name as "shortName", o.codes, o.latitude, o.longitude, i.seeks, i.offers, i.themes
    from registry_interest i join directory_organisation o on o.organisation_id = i.organisation_id
    where i.organisation_id = ${organisationId} and i.known_on <= ${context.today}
    order by i.position
  `.execute(context.database)
  return rows
}

/** An authority that looks for a partner: by its own word, or by that of a source. */
export interface Looking {
  slug: string
  country: string
  name: LocalizedName
  shortName: LocalizedName
  latitude: number | null
  longitude: number | null
  themes: Theme[]
  /** Its own published search; null if only a source says so. */
  own: PublishedSearch | null
}

/**
 * The authorities of a network that look for a partner, as known on the context’s day: those with a search of their own first, newest
 * first.
 */
export async function listLooking(
  context: Context,
  networkId: string,
  searches: PartnerSearches | null,
  limit: number,
): Promise<Looking[]> {
  const { rows } = await sql<Looking>`
    select o.slug, o.country, o.name, o.short_name as "shortName", o.latitude, o.longitude, looking.themes,
      case when looking.slug is not null
        then json_build_object('organisation', o.slug, 'slug', looking.slug, 'count', looking.count) end as own
    from ${selectLooking(context, networkId, searches)} as looking
    join directory_organisation o on o.organisation_id = looking.organisation_id
    order by looking.since desc nulls last, looking.position, o.slug limit ${limit}
  `.execute(context.database)
  return rows
}

/**
 * SQL: one row an authority. Its own public search replaces what a source says of it; that does not come back if its own search said the
 * same, whether still open or not.
 */
export function selectLooking(
  context: Pick<Context, 'today'>,
  networkId: string,
  searches: PartnerSearches | null,
): RawBuilder<unknown> {
  const said = sql`
    select i.organisation_id, i.themes, null::date as since, null as slug, 0 as count, i.position
    from registry_interest i where i.network_id = ${networkId} and i.known_on <= ${context.today}`
  if (searches === null) return sql`(${said})`
  return sql`(
    with own as materialized (${searches.selectOpen(context, networkId)})
    select own.organisation_id, own.themes, own.since, own.slug, own.count, 0 as position from own
    union all ${said}
      and i.interest_id not in (${searches.selectSaid(context, networkId)})
      and i.organisation_id not in (select own.organisation_id from own)
  )`
}
