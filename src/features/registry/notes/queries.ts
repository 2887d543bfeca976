import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

export type Note = Awaited<ReturnType<typeof listNotes>>[number]

/**
 * Figures, links and other ties given for some subjects, as known on the context's day. Those of an organisation belong to the network
 * that gives them.
 */
export async function listNotes(context: Context, subjectIds: string[], networkId: string | null = null) {
  if (subjectIds.length === 0) return []
  return context.database
    .selectFrom('registry_note as n')
    .leftJoin('registry_cooperation as c', 'c.cooperation_id', 'n.cooperation_id')
    .select([
      'n.note_id as id',
      'n.subject_id as subjectId',
      'n.kind',
      'n.label',
      'n.value',
      'n.url',
      'c.slug as cooperationSlug',
    ])
    .where('n.subject_id', '=', sql<string>`any(${subjectIds}::uuid[])`)
    .where('n.known_on', '<=', context.today)
    .where((row) =>
      row.or([row('n.subject_kind', '<>', 'organisation'), row('n.network_id', '=', networkId)]),
    )
    .orderBy('n.subject_id')
    .orderBy('n.position')
    .execute()
}
