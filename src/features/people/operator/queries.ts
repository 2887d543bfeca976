import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

export type ServedNetwork = Awaited<ReturnType<typeof listServedNetworks>>[number]

/** The networks of this server, with the number of people who hold a role in each and of those who coordinate it. */
export async function listServedNetworks({ database, clock }: Pick<Context, 'database' | 'clock'>) {
  const now = clock.now().toString()
  return database
    .selectFrom('networks_network as n')
    .select([
      'n.slug',
      'n.name',
      'n.countries',
      'n.languages',
      sql<number>`(
        select count(distinct r.person_id)::int from people_role r
        where r.network_id = n.network_id and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
      )`.as('people'),
      sql<number>`(
        select count(distinct r.person_id)::int from people_role r
        where r.network_id = n.network_id and r.role = 'coordinator'
          and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
      )`.as('coordinators'),
    ])
    .orderBy('n.slug')
    .execute()
}
