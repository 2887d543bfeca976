import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { refreshSearch } from './search/commands.ts'

/** Takes somebody’s name out of what was said in tours de table, and their id from what they did in them. */
export async function eraseFromRounds(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const columns = { keys: ['wish_id'], texts: ['text'] } as const
  const rows = await listNamingRows(context, 'partners_round_wish', columns, subject)
  for (const { keys, changes } of rows)
    await database
      .updateTable('partners_round_wish')
      .set(changes)
      .where('wish_id', '=', keys.wish_id)
      .execute()
  // What it is found by says no more than its words.
  await refreshSearch(
    context,
    rows.map(({ keys }) => keys.wish_id),
  )
  const { personId } = subject
  if (personId === null) return
  await database
    .updateTable('partners_round_wish')
    .set({ stated_by: null })
    .where('stated_by', '=', personId)
    .execute()
  for (const column of ['opened_by', 'closed_by'] as const)
    await database
      .updateTable('partners_round')
      .set({ [column]: null })
      .where(column, '=', personId)
      .execute()
}
