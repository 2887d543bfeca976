import type { Context } from '../../platform/context/context.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'

/** What a person put off. */
export async function listToDoData(
  { database }: Context,
  { personId }: DataSubject,
): Promise<CollectedData[]> {
  if (personId === null) return []
  const putOff = await database
    .selectFrom('todo_later as later')
    .innerJoin('networks_network as network', 'network.network_id', 'later.network_id')
    .select(['later.kind', 'later.until', 'network.slug as network'])
    .where('later.person_id', '=', personId)
    .orderBy('later.until')
    .execute()
  return collected('toDo', putOff)
}
