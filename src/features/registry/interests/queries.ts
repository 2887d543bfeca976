import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
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

/** What one organisation looks for, in each network where it does. */
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
