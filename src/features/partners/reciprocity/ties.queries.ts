import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'

/** A tie whose two sides are compared. */
export interface ComparedTie {
  id: string
  slug: string
  parties: { id: string; country: string; name: LocalizedName; shortName: LocalizedName }[]
}

/** The ties that a network’s list shows, by name. */
export async function listComparedTies(context: Context, networkId: string): Promise<ComparedTie[]> {
  return select(context, sql`c.network_id = ${networkId} and c.listed`)
}

/** One tie of a network by its slug, listed or not, or 404. */
export async function findComparedTie(
  context: Context,
  networkId: string,
  slug: string,
): Promise<ComparedTie> {
  const [tie] = await select(context, sql`c.network_id = ${networkId} and c.slug = ${slug}`)
  return tie ?? notFound(slug)
}

async function select(context: Context, condition: ReturnType<typeof sql>): Promise<ComparedTie[]> {
  const { rows } = await sql<ComparedTie>`
    select c.cooperation_id as id, c.slug,
      coalesce((select json_agg(json_build_object('id', o.organisation_id, 'country', o.country, 'name', o.name,
          'shortName', o.short_name) order by p.position)
        from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
        where p.cooperation_id = c.cooperation_id and p.capacity = 'party' and p.known_on <= ${context.today}), '[]') as parties
    from registry_cooperation c
    where ${condition} and c.known_on <= ${context.today}
    order by c.sort_first, c.cooperation_id limit 1000
  `.execute(context.database)
  return rows
}
