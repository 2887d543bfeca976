import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { entryDocument } from '../entries/entry.ts'
import type { Outcome, PlannedEntry } from '../outcome.ts'

/** A batch of the entries of a calendar to be written, in its order, as they were planned. */
export async function listChosen(
  context: Context,
  calendarId: string,
  most: number,
): Promise<PlannedEntry[]> {
  const { rows } = await sql<
    Omit<PlannedEntry['entry'], 'document'> & { document: unknown; outcome: Outcome; eventId: string | null }
  >`
    select entry_key as key, document, digest, sequence, stated_at as "statedAt", outcome, event_id as "eventId"
    from imports_calendar_entry
    where calendar_id = ${calendarId} and chosen order by position, entry_key limit ${most}
  `.execute(context.database)
  return rows.map(({ outcome, eventId, document, ...row }) => ({
    entry: { ...row, document: entryDocument.parse(document) },
    outcome,
    eventId,
  }))
}

/** Those of some events whose texts are offered to translators, as kind and id of their record in translations. */
export async function listIndexed(
  context: Context,
  networkId: string,
  eventIds: readonly string[],
): Promise<{ kind: string; id: string }[]> {
  if (eventIds.length === 0) return []
  const { rows } = await sql<{ kind: string; id: string }>`
    select record_kind as kind, record_id as id from translations_record
    where network_id = ${networkId} and record_kind = 'activity' and record_id = any(${[...eventIds]}::uuid[])
  `.execute(context.database)
  return rows
}
