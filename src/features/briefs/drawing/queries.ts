import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isAuthorityKind } from '../../directory/index.ts'
import type { AuthorityCount, Desk } from './schema.ts'

// Codes of communes that the count of the French ministry leaves out.
const apartCodes = ['975', '987', '988']
// Yearly lists say which groupings there are, and not of which kind each was before.
const unanswerable = [
  'metropole',
  'communaute_urbaine',
  'communaute_agglomeration',
  'communaute_communes',
  'ept',
]

// Paris is a commune for who counts communes; its arrondissements have no legal personality.
const counted = sql`case kind when 'ville_paris' then 'commune' else kind end`

/** The authorities of a country on an ISO day, by kind. Kinds of which no list can say how many there were on it are left out. */
export async function countAuthorities(
  { database, today }: Pick<Context, 'database' | 'today'>,
  country: string,
): Promise<AuthorityCount[]> {
  const { rows } = await sql<AuthorityCount & { youngest: string | null }>`
    select ${counted} as kind, count(*)::int as count,
      (count(*) filter (where left(codes ->> 'cog', 3) = any(${apartCodes})))::int as apart,
      (select max(valid_from)::text from directory_organisation x where x.country = ${country}
        and x.kind = any(${unanswerable})) as youngest
    from directory_organisation o
    where country = ${country} and (valid_from is null or valid_from <= ${today}) and (valid_until is null or valid_until > ${today})
      and kind <> 'arrondissement_municipal'
    group by 1 order by 1
  `.execute(database)
  return rows
    .filter(({ kind, youngest }) => {
      const isPast = unanswerable.includes(kind) && youngest !== null && today < youngest
      return isAuthorityKind(kind) && !isPast
    })
    .map(({ kind, count, apart }) => ({ kind, count, apart: kind === 'commune' ? apart : 0 }))
}

/** The themes that a group chose for its briefs; else the ten most frequent among its ties, as known on the context’s day. */
export async function listGroupThemes({ database, today }: Context, networkId: string): Promise<string[]> {
  const { rows } = await sql<{ theme: string }>`
    select theme from (
      select theme, position from networks_network, unnest(themes) with ordinality as chosen (theme, position)
      where network_id = ${networkId}
      union all
      select theme, row_number() over (order by count(*) desc, theme) from registry_theme
      where network_id = ${networkId} and known_on <= ${today}
        and not exists (select from networks_network n where n.network_id = ${networkId} and n.themes <> '{}')
      group by theme
    ) found order by position limit 10
  `.execute(database)
  return rows.map(({ theme }) => theme)
}

/** The posts of some organisations that a group lets everybody see, as functions. */
export async function listPublicDesks(
  { database }: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<Desk[]> {
  const { rows } = await sql<Desk>`
    select o.organisation_id as "organisationId", o.name as organisation, p.function,
      exists (select 1 from contacts_holding h where h.post_id = p.post_id and h.left_at is null) as "isHeld",
      p.vacant_since as "vacantSince", p.announced_for as "announcedFor"
    from contacts_post p
    join contacts_processing processing on processing.network_id = p.network_id and processing.shows_functions
    join directory_organisation o on o.organisation_id = p.organisation_id
    where p.network_id = ${networkId} and p.organisation_id = any(${[...organisationIds]}::uuid[])
    order by array_position(${[...organisationIds]}::uuid[], p.organisation_id), p.position, p.post_id limit 8
  `.execute(database)
  return rows
}
