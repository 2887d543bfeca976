import type { Context } from '../../platform/context/context.ts'
import { differingEntries } from '../../platform/records/difference.ts'
import type { CooperationDocument } from './cooperations/document/schema.ts'

type Statuses = CooperationDocument['standings']

/** Writes the statements on a tie’s state, where they differ. */
export async function replaceStatuses(
  { database }: Context,
  cooperationId: string,
  before: Statuses,
  after: Statuses,
): Promise<void> {
  const { removed, added, changed } = differingEntries(before, after)
  if (removed.length > 0) {
    await database
      .deleteFrom('registry_standing')
      .where('cooperation_id', '=', cooperationId)
      .where('standing_id', 'in', removed)
      .execute()
  }
  for (const { entry } of changed) {
    await database
      .updateTable('registry_standing')
      .set(columnsOf(entry))
      .where('cooperation_id', '=', cooperationId)
      .where('standing_id', '=', entry.id)
      .execute()
  }
  if (added.length === 0) return
  await database
    .insertInto('registry_standing')
    .values(
      added.map(({ entry }) => ({
        standing_id: entry.id,
        cooperation_id: cooperationId,
        ...columnsOf(entry),
      })),
    )
    .execute()
}

function columnsOf(entry: Statuses[number]) {
  return {
    status: entry.status,
    intention: entry.intention,
    reason: JSON.stringify(entry.reason),
    said_by: entry.saidBy,
    stated_on: entry.statedOn,
    known_on: entry.knownOn,
  }
}
