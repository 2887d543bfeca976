import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { type EntryDocument, entryDocument } from '../entries/entry.ts'
import type { Outcome } from '../outcome.ts'

export interface ListedEntry {
  position: number
  outcome: Outcome
  document: EntryDocument
  isApplied: boolean
  /** The slug of its event, as long as that exists. */
  slug: string | null
}

/** Some entries of a calendar, in its order: those that wait to be accepted, or all. */
export async function listEntries(
  context: Context,
  calendarId: string,
  {
    outcomes: wanted,
    isApplied,
    limit,
    offset,
  }: {
    outcomes: readonly Outcome[]
    isApplied: boolean
    limit: number
    offset: number
  },
): Promise<ListedEntry[]> {
  const { rows } = await sql<Omit<ListedEntry, 'document'> & { document: unknown }>`
    select e.position, e.outcome, e.document, e.applied_at is not null as "isApplied", event.slug
    from imports_calendar_entry e left join agenda_event event on event.event_id = e.event_id
    where e.calendar_id = ${calendarId} and e.outcome = any(${[...wanted]}::text[])
      and (e.applied_at is not null) = ${isApplied}
    order by e.position limit ${limit} offset ${offset}
  `.execute(context.database)
  return rows.map((row) => ({ ...row, document: entryDocument.parse(row.document) }))
}

export interface EntryCounts {
  /** Not written yet, by outcome. */
  waiting: Record<Outcome, number>
  applied: number
}

/** How many entries of a calendar there are, by outcome. */
export async function countEntries(context: Context, calendarId: string): Promise<EntryCounts> {
  const { rows } = await sql<{ outcome: Outcome; isApplied: boolean; count: number }>`
    select outcome, applied_at is not null as "isApplied", count(*)::int as count
    from imports_calendar_entry where calendar_id = ${calendarId} group by 1, 2
  `.execute(context.database)
  const count = (outcome: Outcome) =>
    rows.find((row) => row.outcome === outcome && !row.isApplied)?.count ?? 0
  return {
    waiting: {
      added: count('added'),
      changed: count('changed'),
      cancelled: count('cancelled'),
      same: count('same'),
      older: count('older'),
      followed: count('followed'),
      edited: count('edited'),
      own: count('own'),
    },
    applied: rows.filter((row) => row.isApplied).reduce((sum, row) => sum + row.count, 0),
  }
}
