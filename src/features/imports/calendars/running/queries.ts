import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { type CalendarEntry, entryDocument } from '../entries/entry.ts'

/** Some entries of a calendar that are to be written, in its order. */
export async function listChosen(
  context: Context,
  calendarId: string,
  most: number,
): Promise<CalendarEntry[]> {
  const { rows } = await sql<Omit<CalendarEntry, 'document'> & { document: unknown }>`
    select entry_key as key, document, digest, sequence, stated_at as "statedAt" from imports_calendar_entry
    where calendar_id = ${calendarId} and chosen order by position, entry_key limit ${most}
  `.execute(context.database)
  return rows.map((row) => ({ ...row, document: entryDocument.parse(row.document) }))
}
