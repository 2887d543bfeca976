import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { TextReplacement } from '../../../platform/translation/text-owner.ts'

const columns: Readonly<Record<string, string>> = {
  'criticalMass.smaller.words': 'smaller_words',
  'criticalMass.smaller.dateWords': 'smaller_date_words',
  'criticalMass.smaller.venue': 'smaller_venue',
}

/** Whether the path of a text leads into what an event needs to be held. */
export function isOfMass(path: string): boolean {
  return path.startsWith('criticalMass.')
}

/** Writes a text of a smaller form in the place of another; false when it is no longer what it was. */
export async function replaceMassText(
  { database }: Context,
  { networkId, recordId, path, before, after }: TextReplacement,
): Promise<boolean> {
  const column = columns[path]
  if (column === undefined) return false
  const { numAffectedRows } = await sql`
    update agenda_critical_mass set ${sql.ref(column)} = ${JSON.stringify(after)}::jsonb
    where ${sql.ref(column)} = ${JSON.stringify(before)}::jsonb
      and event_id in (select event_id from agenda_event where network_id = ${networkId} and event_id = ${recordId})
  `.execute(database)
  return numAffectedRows === 1n
}
