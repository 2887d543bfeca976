import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Theme } from '../../../networks/index.ts'
import { listRows, type Status } from '../../../registry/index.ts'

/** What a profile sheet says of a counterpart: what it seeks and offers by its newest public wish, else in the words of a source. */
export interface Profile {
  organisationId: string
  /** What it lies in. */
  parent: LocalizedName | null
  population: number | null
  populationYear: number | null
  seeks: LocalizedText
  offers: LocalizedText
  themes: Theme[]
}

/** A tie between some of the organisations. */
export interface SharedTie {
  organisationIds: string[]
  since: string | null
  status: Status
}

export interface Profiles {
  profiles: ReadonlyMap<string, Profile>
  ties: readonly SharedTie[]
}

/** What is known of organisations on the day, and their ties with each other: in a fixed number of statements. */
export async function listProfiles(
  context: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<Profiles> {
  const { rows } = await sql<Profile>`
    select o.organisation_id as "organisationId",
      (select p.name from directory_organisation p where p.organisation_id = o.parent_id) as parent, o.population, o.population_year as "populationYear",
      coalesce(wanted.text, i.seeks, '{}') as seeks,
      coalesce(given.text, nullif(wanted.returns, '{}'), i.offers, '{}') as offers,
      coalesce(wanted.themes, given.themes, i.themes, array(
        select distinct theme.theme from registry_party party
        join registry_theme theme on theme.cooperation_id = party.cooperation_id
        join registry_cooperation c on c.cooperation_id = party.cooperation_id
        where party.organisation_id = o.organisation_id and party.network_id = ${networkId}
          and party.known_on <= ${context.today} and c.known_on <= ${context.today} order by theme.theme)) as themes
    from directory_organisation o
    left join registry_interest i on i.organisation_id = o.organisation_id and i.network_id = ${networkId}
      and i.known_on <= ${context.today}
    left join lateral ${newestWish(context, networkId, 'search')} wanted on true
    left join lateral ${newestWish(context, networkId, 'offer')} given on true
    where o.organisation_id = any(${[...organisationIds]}::uuid[])
  `.execute(context.database)
  return {
    profiles: new Map(rows.map((row) => [row.organisationId, row])),
    ties: await listShared(context, networkId, organisationIds),
  }
}

// A participant of an event may read what the public may.
function newestWish({ today }: Context, networkId: string, kind: 'search' | 'offer'): RawBuilder<unknown> {
  return sql`(
    select w.text, w.returns, w.themes from partners_wish w
    where w.organisation_id = o.organisation_id and w.network_id = ${networkId} and w.kind = ${kind} and w.visibility = 'public'
      and w.published_at is not null and w.known_on <= ${today} and w.expires_on >= ${today} and w.found_on is null
    order by w.known_on desc, w.wish_id desc limit 1
  )`
}

async function listShared(
  context: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<SharedTie[]> {
  const { rows } = await sql<{ id: string; organisationIds: string[] }>`
    select p.cooperation_id as id, array_agg(p.organisation_id order by p.position)::text[] as "organisationIds"
    from registry_party p
    where p.network_id = ${networkId} and p.known_on <= ${context.today} and p.capacity = 'party'
      and p.organisation_id = any(${[...organisationIds]}::uuid[])
    group by p.cooperation_id having count(*) > 1
  `.execute(context.database)
  const known = await listRows(
    context,
    networkId,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, organisationIds: parties }) => {
    const tie = known.get(id)
    return tie ? [{ organisationIds: parties, since: tie.since, status: tie.standing.status }] : []
  })
}
