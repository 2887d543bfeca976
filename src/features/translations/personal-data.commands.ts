import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { textColumns } from '../../platform/records/fields/columns.ts'
import { termFields } from './terms/term.ts'

/**
 * Removes a person’s name from the index of texts and from the memory of translations, as from the texts themselves, and their id from
 * requests to machines.
 */
export async function eraseFromTranslations(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    { table: 'translations_text', key: ['text_id'], texts: ['text'], folded: ['search'], grams: true },
    { table: 'translations_memory', key: ['memory_id'], texts: ['source', 'target'] },
    { table: 'translations_record', key: ['network_id', 'record_kind', 'record_id'], texts: ['label'] },
    {
      table: 'translations_request',
      own: { person: 'person_id', left: 'nothing' },
      key: ['network_id', 'record_kind', 'record_id', 'path', 'language', 'person_id'],
      texts: ['label'],
    },
    { table: 'translations_term', key: ['term_id'], texts: textColumns(termFields) },
    { table: 'translations_batch', people: { asked_by: 'unknown' } },
  ])
}
