import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { fold, grams } from '../../../platform/search/index.ts'

/** Takes somebody’s name out of the texts of wishes, and their id from what they did with them. */
export async function eraseFromWishes(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  // What is searched in is folded.
  const folded = { ...subject, names: [...subject.names, ...subject.names.map(fold)] }
  const columns = {
    keys: ['wish_id'],
    texts: ['title', 'text', 'means', 'returns', 'horizon_words', 'search'],
  } as const
  for (const { keys, changes } of await listNamingRows(context, 'partners_wish', columns, folded))
    await database
      .updateTable('partners_wish')
      .set({ ...changes, grams: grams(changes.search ?? '') })
      .where('wish_id', '=', keys.wish_id)
      .execute()
  if (subject.personId === null) return
  await database
    .updateTable('partners_wish')
    .set({ published_by: null })
    .where('published_by', '=', `person:${subject.personId}`)
    .execute()
}
