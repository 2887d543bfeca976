import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

export type Note = Awaited<ReturnType<typeof listNotes>>[number]

/** Figures, links and other ties given for some subjects, as known on the context's day. */
export async function listNotes(context: Context, subjectIds: string[]) {
  if (subjectIds.length === 0) return []
  return context.database
    .selectFrom('registry_note')
    .select(['note_id as id', 'subject_id as subjectId', 'kind', 'label', 'value', 'url'])
    .where('subject_id', '=', sql<string>`any(${subjectIds}::uuid[])`)
    .where('known_on', '<=', context.today)
    .orderBy('subject_id')
    .orderBy('position')
    .execute()
}
