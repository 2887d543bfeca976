import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'

/** A tie that an event concerns, or may concern, with its parties. */
export interface ConcernedTie {
  id: string
  slug: string
  parties: { id: string; country: string; name: LocalizedName; shortName: LocalizedName }[]
}

/** The ties that an event concerns, as known on the context's day. */
export async function listConcernedTies(context: Context, eventId: string): Promise<ConcernedTie[]> {
  return select(
    context,
    sql`c.cooperation_id in (select link.cooperation_id from agenda_event_cooperation link where link.event_id = ${eventId})`,
  )
}

/** The ties of a network with at least one of some organisations, and those that are given by their ids. */
export async function listTiesWith(
  context: Context,
  networkId: string,
  organisationIds: readonly string[],
  cooperationIds: readonly string[],
): Promise<ConcernedTie[]> {
  return select(
    context,
    sql`c.network_id = ${networkId} and (c.cooperation_id = any(${[...cooperationIds]}::uuid[])
      or ${countOf(context, organisationIds)} >= 1)`,
  )
}

/** The ties of a network to which at least two of some organisations are parties. */
export async function listTiesBetween(
  context: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<ConcernedTie[]> {
  if (organisationIds.length < 2) return []
  return select(context, sql`c.network_id = ${networkId} and ${countOf(context, organisationIds)} >= 2`)
}

/** The parties of a tie by its slug, in their order; none of one that does not exist. */
export async function listPartiesOf(
  { database, today }: Context,
  networkId: string,
  slug: string,
): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select p.organisation_id as id
    from registry_cooperation c join registry_party p on p.cooperation_id = c.cooperation_id and p.capacity = 'party'
    where c.network_id = ${networkId} and c.slug = ${slug} and c.known_on <= ${today} and p.known_on <= ${today}
    order by p.position
  `.execute(database)
  return rows
}

/** The ties of a network by their slugs; those that do not exist are left out. */
export async function listTiesBySlug(
  context: Context,
  networkId: string,
  slugs: readonly string[],
): Promise<ConcernedTie[]> {
  if (slugs.length === 0) return []
  return select(context, sql`c.network_id = ${networkId} and c.slug = any(${[...slugs]}::text[])`)
}

function countOf({ today }: Context, organisationIds: readonly string[]): RawBuilder<unknown> {
  return sql`(select count(*) from registry_party own where own.cooperation_id = c.cooperation_id and own.capacity = 'party'
    and own.known_on <= ${today} and own.organisation_id = any(${[...organisationIds]}::uuid[]))`
}

async function select(context: Context, condition: RawBuilder<unknown>): Promise<ConcernedTie[]> {
  const { rows } = await sql<ConcernedTie>`
    select c.cooperation_id as id, c.slug,
      coalesce((select json_agg(json_build_object('id', o.organisation_id, 'country', o.country, 'name', o.name, 'shortName', o.short_name) order by p.position)
      from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      where p.cooperation_id = c.cooperation_id and p.capacity = 'party' and p.known_on <= ${context.today}), '[]') as parties
    from registry_cooperation c
    where ${condition} and c.known_on <= ${context.today}
    order by c.slug
  `.execute(context.database)
  return rows
}
