import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { paths } from '../paths.ts'

/** The page after a sign-in without a target: what waits in the network if the person has exactly one, otherwise their account. */
export async function findLanding(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  personId: string,
  language: string,
): Promise<string> {
  const now = clock.now().toString()
  const networks = await database
    .selectFrom('people_role as r')
    .innerJoin('networks_network as n', 'n.network_id', 'r.network_id')
    .select('n.slug')
    .distinct()
    .where('r.person_id', '=', personId)
    .where('r.starts_at', '<=', sql<Date>`${now}`)
    .where((eb) => eb.or([eb('r.ends_at', 'is', null), eb('r.ends_at', '>', sql<Date>`${now}`)]))
    .limit(2)
    .execute()
  const [only, another] = networks
  return only && !another ? `/${language}/${only.slug}/to-do` : paths.account(language)
}
