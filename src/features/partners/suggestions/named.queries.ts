import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { selectAncestors } from '../../directory/index.ts'
import type { Ground } from './profile.ts'
import type { Suggestions } from './suggest.ts'

/** An organisation as suggestions name it. */
export interface Named {
  id: string
  slug: string
  country: string
  kind: string
  name: LocalizedName
  shortName: LocalizedName
  /** What it lies in, by which one tells districts of the same name apart. */
  parent: LocalizedName | null
  population: number | null
  populationYear: number | null
}

interface NamedPage {
  /** What follows the network in its address. */
  path: string
  title: LocalizedText
}

export type NamedOrganisations = ReadonlyMap<string, Named>

/** What grounds and reasons name, by id. */
export interface NamedThings {
  organisations: NamedOrganisations
  /** Slug and names of the parties. */
  cooperations: ReadonlyMap<string, { slug: string; parties: LocalizedName[] }>
  /** Events, meetings, wishes, tours de table and expectations. */
  pages: ReadonlyMap<string, NamedPage>
  /** The organisation that an interest is of. */
  interests: ReadonlyMap<string, string>
}

/** Names everything that some suggestions speak of, in four statements whatever their number. */
export async function findNamed(context: Context, { own, best, tied }: Suggestions): Promise<NamedThings> {
  const { database, today } = context
  const explanations = [...best, ...tied].map(({ explanation }) => explanation)
  const reasons = explanations.flatMap((each) => each.reasons)
  const grounds = reasons.flatMap((reason) => reason.grounds)
  const ofKind = (kind: Ground['kind']) =>
    grounds.filter((ground) => ground.kind === kind).map(({ id }) => id)
  const interestIds = ofKind('interest')
  const cooperationIds = [
    ...ofKind('cooperation'),
    ...explanations.flatMap(({ cautions }) =>
      cautions.flatMap((caution) => (caution.says === 'alreadyTied' ? [caution.cooperationId] : [])),
    ),
  ]
  const organisationIds = [
    own.id,
    ...[...best, ...tied].map(({ id }) => id),
    ...ofKind('organisation'),
    ...reasons.flatMap((reason) =>
      reason.says === 'bridge'
        ? [reason.holderId, ...(reason.partnerId === null ? [] : [reason.partnerId])]
        : [],
    ),
  ]
  const [organisations, cooperations, pages, interests] = await Promise.all([
    nameOrganisations(context, organisationIds),
    sql<{ id: string; slug: string; parties: LocalizedName[] }>`
      select c.cooperation_id as id, c.slug, (select json_agg(o.name || o.short_name order by p.position)
        from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
        where p.cooperation_id = c.cooperation_id and p.known_on <= ${today}) as parties
      from registry_cooperation c where c.cooperation_id = any(${cooperationIds}::uuid[])
    `.execute(database),
    sql<NamedPage & { id: string }>`
      select event_id as id, '/agenda/' || slug as path, title from agenda_event where event_id = any(${ofKind('event')}::uuid[])
      union all select meeting_id, '/meetings/' || slug, title from minutes_meeting where meeting_id = any(${ofKind('event')}::uuid[])
      union all select meeting_id, '/partners/rounds/' || slug, title from minutes_meeting where meeting_id = any(${ofKind('round')}::uuid[])
      union all select wish_id, '/partners/' || slug, title from partners_wish where wish_id = any(${ofKind('wish')}::uuid[])
    `.execute(database),
    sql<{ id: string; organisationId: string }>`
      select interest_id as id, organisation_id as "organisationId" from registry_interest
      where interest_id = any(${interestIds}::uuid[])
    `.execute(database),
  ])
  return {
    organisations,
    cooperations: new Map(cooperations.rows.map((row) => [row.id, row])),
    pages: new Map(pages.rows.map(({ id, ...page }) => [id, page])),
    interests: new Map(interests.rows.map(({ id, organisationId }) => [id, organisationId])),
  }
}

/** The authorities of some pairs, by id. */
export function listNamedPairs(
  context: Context,
  pairs: readonly { own: string; other: string }[],
): Promise<NamedOrganisations> {
  return nameOrganisations(
    context,
    pairs.flatMap(({ own, other }) => [own, other]),
  )
}

async function nameOrganisations(
  { database, today }: Context,
  ids: readonly string[],
): Promise<NamedOrganisations> {
  const { rows } = await sql<Named>`
    select o.organisation_id as id, o.slug, o.country, o.kind, o.name, o.short_name as "shortName",
      above.name || above.short_name as parent, o.population, o.population_year as "populationYear"
    from directory_organisation o ${selectAncestors(today)} where o.organisation_id = any(${[...new Set(ids)]}::uuid[])
  `.execute(database)
  return new Map(rows.map((row) => [row.id, row]))
}
