import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { refreshSearch } from './search/commands.ts'

/** Removes a person’s name from what was said in tours de table, and their id from what they did in them. */
export async function eraseFromRounds(context: Context, subject: DataSubject): Promise<void> {
  const named = await eraseFrom(context, subject, [
    { table: 'partners_round_wish', key: ['wish_id'], texts: ['text'], people: { stated_by: null } },
    { table: 'partners_round', people: { opened_by: null, closed_by: null } },
  ])
  // The search index is rebuilt, so that it holds only the words that are left.
  const wishes = named.get('partners_round_wish') ?? []
  await refreshSearch(
    context,
    wishes.map(({ wish_id: id = '' }) => id),
  )
}
