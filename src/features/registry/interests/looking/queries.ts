import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { Theme } from '../../../networks/index.ts'

/** An authority that looks for a partner: by its own word, or by that of a source. */
export interface Looking {
  slug: string
  country: string
  name: LocalizedName
  shortName: LocalizedName
  latitude: number | null
  longitude: number | null
  themes: Theme[]
  /** Slug of its newest open wish; null where only a source says so. */
  wish: string | null
  /** How many open wishes it has. */
  wishes: number
}

/** The authorities of a network that look for a partner, as known on the context's day: those that say so themselves first, the newest of them first. */
export async function listLooking(context: Context, networkId: string, limit: number): Promise<Looking[]> {
  const { rows } = await sql<Looking>`
    select o.slug, o.country, o.name, o.short_name as "shortName", o.latitude, o.longitude, looking.themes, looking.wish, looking.wishes
    from ${selectLooking(context, networkId)} as looking
    join directory_organisation o on o.organisation_id = looking.organisation_id
    order by looking.wished_on desc nulls last, looking.position, o.slug limit ${limit}
  `.execute(context.database)
  return rows
}

/**
 * SQL: one row an authority. What it has published for everybody stands in the place of what a source says of it; that does not come back
 * where its wish has been met or has ended, as on the board of wishes.
 */
export function selectLooking({ today }: Pick<Context, 'today'>, networkId: string): RawBuilder<unknown> {
  const published = sql`w.visibility = 'public' and w.published_at is not null and w.known_on <= ${today}`
  const open = sql`w.network_id = ${networkId} and w.kind = 'search' and ${published} and w.expires_on >= ${today}
    and coalesce(w.found_on > ${today}, true) and coalesce(wisher.valid_until > ${today}, true)`
  return sql`(
    select * from (
      select distinct on (w.organisation_id) w.organisation_id, w.slug as wish, w.themes, w.known_on as wished_on, 0 as position,
        count(*) over (partition by w.organisation_id)::int as wishes
      from partners_wish w join directory_organisation wisher on wisher.organisation_id = w.organisation_id
      where ${open} order by w.organisation_id, w.known_on desc, w.wish_id desc
    ) as wished
    union all
    select i.organisation_id, null, i.themes, null, i.position, 0 from registry_interest i
    where i.network_id = ${networkId} and i.known_on <= ${today}
      and not exists (select 1 from partners_wish w where w.interest_id = i.interest_id and ${published})
      and not exists (select 1 from partners_wish w join directory_organisation wisher on wisher.organisation_id = w.organisation_id
        where w.organisation_id = i.organisation_id and ${open})
  )`
}
