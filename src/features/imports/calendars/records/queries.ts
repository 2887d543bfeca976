import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { type EntryDocument, entryDocument } from '../entries/entry.ts'
import type { Outcome } from '../plan/outcome.ts'

const kinds = ['file', 'address', 'subscription'] as const
const works = ['import', 'return'] as const

export type ImportedCalendar = ReturnType<typeof toCalendar>

/** One imported calendar of a network, or 404. */
export async function findCalendar(
  context: Context,
  networkId: string,
  id: string,
): Promise<ImportedCalendar> {
  if (!isId(id)) notFound()
  const row = await select(context)
    .where('network_id', '=', networkId)
    .where('calendar_id', '=', id)
    .executeTakeFirst()
  return row ? toCalendar(row) : notFound(id)
}

/** The calendars of a network that were imported or are followed, the newest first. */
export async function listCalendars(
  context: Context,
  networkId: string,
  most: number,
): Promise<ImportedCalendar[]> {
  const rows = await select(context)
    .where('network_id', '=', networkId)
    .orderBy('calendar_id', 'desc')
    .limit(most)
    .execute()
  return rows.map(toCalendar)
}

/** Calendars of all networks that wait for a worker, or whose worker was not heard of since an instant. */
export async function listWaiting(context: Context, silentSince: string): Promise<ImportedCalendar[]> {
  const rows = await select(context)
    .where('waits_for', 'is not', null)
    .where((where) =>
      where.or([where('claimed_at', 'is', null), where('claimed_at', '<', sql<Date>`${silentSince}`)]),
    )
    .orderBy('calendar_id')
    .execute()
  return rows.map(toCalendar)
}

/** Followed calendars that are to be fetched, those that wait longest first. */
export async function listDue(context: Context, most: number): Promise<ImportedCalendar[]> {
  const rows = await select(context)
    .where('kind', '=', 'subscription')
    .where('waits_for', 'is', null)
    .where('next_fetch_at', '<=', sql<Date>`${context.clock.now().toString()}`)
    .orderBy('next_fetch_at')
    .limit(most)
    .execute()
  return rows.map(toCalendar)
}

export interface ListedEntry {
  position: number
  outcome: Outcome
  document: EntryDocument
  isApplied: boolean
  /** The address of the event that came of it, as long as it is there. */
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
  /** Not written yet, by what would become of them. */
  waiting: Record<Outcome, number>
  applied: number
}

/** How many entries of a calendar there are, by what becomes or became of them. */
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

function select({ database }: Context) {
  return database
    .selectFrom('imports_calendar')
    .select([
      'calendar_id',
      'network_id',
      'kind',
      'title',
      'file_name',
      'address',
      'language',
      'visibility',
      'remarks',
      'made_by',
      'made_at',
      'waits_for',
      'rows_done',
      'rows_total',
      'trouble',
      'trouble_detail',
      'source_id',
      'imported_at',
      'taken_back_at',
      'etag',
      'modified',
      'sha256',
      'fetched_at',
      'succeeded_at',
      'next_fetch_at',
      'failures',
      'paused_at',
      'changes',
      'changed_at',
    ])
}

function toCalendar(row: Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]) {
  return {
    id: row.calendar_id,
    networkId: row.network_id,
    kind: kinds.find((kind) => kind === row.kind) ?? 'file',
    title: row.title,
    fileName: row.file_name,
    address: row.address,
    language: row.language,
    visibility: row.visibility === 'public' ? ('public' as const) : ('network' as const),
    remarks: row.remarks,
    madeBy: row.made_by,
    madeAt: row.made_at,
    waitsFor: works.find((work) => work === row.waits_for) ?? null,
    rowsDone: row.rows_done,
    rowsTotal: row.rows_total,
    trouble: row.trouble,
    troubleDetail: row.trouble_detail,
    sourceId: row.source_id,
    importedAt: row.imported_at,
    takenBackAt: row.taken_back_at,
    etag: row.etag,
    modified: row.modified,
    sha256: row.sha256,
    fetchedAt: row.fetched_at,
    succeededAt: row.succeeded_at,
    nextFetchAt: row.next_fetch_at,
    failures: row.failures,
    pausedAt: row.paused_at,
    changes: row.changes,
    changedAt: row.changed_at,
  }
}
