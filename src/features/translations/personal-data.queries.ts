import type { Context } from '../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'

/** The translations that a person waits for. */
export async function listTranslationData(
  { database }: Context,
  { personId }: DataSubject,
): Promise<CollectedData[]> {
  if (personId === null) return []
  const requests = await database
    .selectFrom('translations_request as r')
    .innerJoin('networks_network as network', 'network.network_id', 'r.network_id')
    .select(['r.label as subject', 'r.language', 'r.asked_at as madeAt', 'network.slug as network'])
    .where('r.person_id', '=', personId)
    .where('r.asked_at', 'is not', null)
    .orderBy('r.asked_at')
    .execute()
  return collected('translationRequests', requests)
}
