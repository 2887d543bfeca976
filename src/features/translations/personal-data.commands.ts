import type { Context } from '../../platform/context/context.ts'
import { listNamingRows, removeNames } from '../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { fold, grams } from '../../platform/search/index.ts'

/** Takes somebody’s name from the index of texts and from the memory of translations, as it goes from the texts themselves. */
export async function eraseFromTranslations(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  // What is searched in is folded.
  const folded = { ...subject, names: [...subject.names, ...subject.names.map(fold)] }
  const texts = { keys: ['text_id'], texts: ['text', 'search'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'translations_text', texts, folded))
    await database
      .updateTable('translations_text')
      .set({ ...changes, grams: grams(changes.search ?? '') })
      .where('text_id', '=', keys.text_id)
      .execute()
  const memory = { keys: ['memory_id'], texts: ['source', 'target'] } as const
  await removeNames(context, 'translations_memory', memory, subject)
  const records = { keys: ['network_id', 'record_kind', 'record_id'], texts: ['label'] } as const
  await removeNames(context, 'translations_record', records, subject)
}
