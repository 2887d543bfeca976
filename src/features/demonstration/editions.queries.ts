import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'

/** The edition of its files up to which a demonstration has been loaded; the first if none is recorded. */
export async function findEdition({ database }: Context, networkId: string): Promise<number> {
  const row = await database
    .selectFrom('demonstration_edition')
    .select('edition')
    .where('network_id', '=', networkId)
    .executeTakeFirst()
  return row?.edition ?? 1
}

/** The events of a network with some slugs, by slug; `isCounted`: a person has stated how many visits it counts for, one included. */
export async function listEventsBySlug(
  { database }: Context,
  networkId: string,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, { id: string; isCounted: boolean }>> {
  const { rows } = await sql<{ slug: string; id: string; isCounted: boolean }>`
    select e.slug, e.event_id as id,
      exists (select 1 from partners_visit_count c where c.event_id = e.event_id)
        or exists (select 1 from platform_activity a where a.network_id = e.network_id and a.verb = 'counted-visits'
          and a.subject_id = e.event_id) as "isCounted"
    from agenda_event e where e.network_id = ${networkId} and e.slug = any(${[...slugs]}::text[])
  `.execute(database)
  return new Map(rows.map(({ slug, ...event }) => [slug, event]))
}

/** The ties of a network, by slug. */
export async function listTiesBySlug({ database }: Context, networkId: string): Promise<[string, string][]> {
  const rows = await database
    .selectFrom('registry_cooperation')
    .select(['slug', 'cooperation_id as id'])
    .where('network_id', '=', networkId)
    .execute()
  return rows.map(({ slug, id }) => [slug, id])
}
