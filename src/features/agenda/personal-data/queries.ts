import type { Context } from '../../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../../platform/personal-data/personal-data.ts'

/** Somebody’s secret addresses of agendas, without the secrets. */
export async function listFeedData(context: Context, { personId }: DataSubject): Promise<CollectedData[]> {
  if (personId === null) return []
  const feeds = await context.database
    .selectFrom('agenda_feed as f')
    .innerJoin('networks_network as n', 'n.network_id', 'f.network_id')
    .select(['n.name as network', 'f.language', 'f.parameters as text', 'f.made_at as madeAt'])
    .select('f.last_fetched_on as usedAt')
    .where('f.person_id', '=', personId)
    .orderBy('f.feed_id')
    .execute()
  return collected('feeds', feeds)
}
