import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { type CooperationSummary, selectColumns, selectTieStatus } from '../cooperations/summary.queries.ts'

export interface NetworkOrganisation extends OrganisationRef {
  latitude: number | null
  longitude: number | null
  /** The number of cooperations in which it is a party, or takes part, for bodies that are no party. */
  ties: number
  seeks: boolean
  updatedAt: Date
}

/** Which of a network’s organisations: `after` is the country and slug of the last one seen. */
export interface OrganisationsAmong {
  slug?: string
  country?: string | undefined
  kind?: string | undefined
  after?: readonly [country: string, slug: string]
  limit?: number
}

/** The organisations of a network as known on the context’s day: members, parties, actors, those in search of a partner. */
export async function listNetworkOrganisations(
  context: Context,
  networkId: string,
  among: OrganisationsAmong = {},
): Promise<NetworkOrganisation[]> {
  const { today } = context
  const { rows } = await sql<NetworkOrganisation>`
    with ${counted(context, networkId)}
    select o.organisation_id as id, o.slug, o.country, o.kind, o.name, o.short_name as "shortName", o.codes, o.latitude, o.longitude,
      o.updated_at as "updatedAt", counted.ties,
      exists (select 1 from registry_interest i where i.network_id = ${networkId} and i.organisation_id = o.organisation_id
        and i.known_on <= ${today}) as seeks
    from counted join directory_organisation o on o.organisation_id = counted.organisation_id
    where ${isAmong(among)}
    order by o.country, o.slug
    limit ${among.limit ?? null}
  `.execute(context.database)
  return rows
}

/** How many organisations take part in a network, counted up to `most`. */
export async function countNetworkOrganisations(
  context: Context,
  networkId: string,
  among: OrganisationsAmong,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with ${counted(context, networkId)}
    select count(*)::int as count from (
      select 1 from counted join directory_organisation o on o.organisation_id = counted.organisation_id
      where ${isAmong(among)} limit ${most}
    ) as bounded
  `.execute(context.database)
  return onlyRow(rows).count
}

function isAmong({ slug, country, kind, after }: OrganisationsAmong) {
  return sql.join(
    [
      sql`true`,
      ...(slug === undefined ? [] : [sql`o.slug = ${slug}`]),
      ...(country === undefined ? [] : [sql`o.country = ${country}`]),
      ...(kind === undefined ? [] : [sql`o.kind = ${kind}`]),
      ...(after === undefined ? [] : [sql`(o.country, o.slug) > (${after[0]}, ${after[1]})`]),
    ],
    sql` and `,
  )
}

function counted({ today }: Context, networkId: string) {
  return sql`
    taking_part as (
      select p.organisation_id, p.cooperation_id, true as is_party from registry_party p
        join registry_cooperation c on c.cooperation_id = p.cooperation_id
        where p.network_id = ${networkId} and p.known_on <= ${today} and c.known_on <= ${today} and p.capacity = 'party'
      union all
      select a.organisation_id, a.cooperation_id, false from registry_actor a
        join registry_cooperation c on c.cooperation_id = a.cooperation_id
        where c.network_id = ${networkId} and a.known_on <= ${today} and c.known_on <= ${today}
      union all
      select ap.organisation_id, a.cooperation_id, false from registry_agreement_party ap
        join registry_agreement a on a.agreement_id = ap.agreement_id
        where a.network_id = ${networkId} and a.known_on <= ${today} and a.parent_id is not null
      union all
      select m.organisation_id, null, false from networks_membership m where m.network_id = ${networkId} and m.known_on <= ${today}
      union all
      select i.organisation_id, null, false from registry_interest i where i.network_id = ${networkId} and i.known_on <= ${today}
    ), counted as (
      select organisation_id, count(distinct cooperation_id)::int as ties from taking_part group by organisation_id
    )`
}

/** The part of an organisation in a cooperation; `member`: a commune of this intercommunality is the party, not it. */
export type Part = 'party' | 'ecosystem' | 'actor' | 'member'

/** The cooperations in which an organisation takes part, and how: as a party, linked to it, as an actor, or through its communes. */
export async function listCooperationsOf(
  context: Context,
  networkId: string,
  organisationId: string,
): Promise<(CooperationSummary & { part: Part })[]> {
  const { today } = context
  const { rows } = await sql<CooperationSummary & { part: Part }>`
    with parts as (
      select p.cooperation_id, p.capacity as part, 0 as rank from registry_party p
        where p.organisation_id = ${organisationId} and p.network_id = ${networkId} and p.known_on <= ${today}
      union all
      select a.cooperation_id, 'actor', 1 from registry_actor a
        where a.organisation_id = ${organisationId} and a.known_on <= ${today}
      union all
      select ap.cooperation_id, 'actor', 1 from registry_agreement_party part join registry_agreement ap on ap.agreement_id = part.agreement_id
        where part.organisation_id = ${organisationId} and ap.known_on <= ${today}
      union all
      select p.cooperation_id, 'member', 2 from directory_membership m join registry_party p on p.organisation_id = m.member_id
        where m.union_id = ${organisationId} and p.network_id = ${networkId} and p.known_on <= ${today} and p.capacity = 'party'
    ), best as (
      select distinct on (cooperation_id) cooperation_id, part, rank from parts order by cooperation_id, rank
    )
    select ${selectColumns(context)}, best.part
    from best join registry_cooperation c on c.cooperation_id = best.cooperation_id ${selectTieStatus(context)}
    where c.network_id = ${networkId} and c.known_on <= ${today}
    order by best.rank, c.sort_first
  `.execute(context.database)
  return rows
}
