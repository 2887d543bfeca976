import type { Context } from '../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'

/** The pictures that a person added. */
export async function listPictureData(
  { database }: Context,
  { personId }: DataSubject,
): Promise<CollectedData[]> {
  if (personId === null) return []
  const pictures = await database
    .selectFrom('pictures_picture as p')
    .innerJoin('networks_network as n', 'n.network_id', 'p.network_id')
    .select(['n.name as network', 'p.alternative as text', 'p.credit as source', 'p.added_at as madeAt'])
    .where('p.added_by', '=', personId)
    .orderBy('p.picture_id')
    .execute()
  return collected('pictures', pictures)
}
