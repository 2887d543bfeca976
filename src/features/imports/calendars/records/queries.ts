import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import { notFound } from '../../../../platform/refusal.ts'

const kinds = ['file', 'address', 'subscription'] as const
const works = ['import', 'return'] as const

export type ImportedCalendar = ReturnType<typeof toCalendar>

/** One imported calendar of a network, or 404. */
export async function findCalendar(
  context: Pick<Context, 'database'>,
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

/** Calendars of all networks that wait for a worker, or whose worker has not reported since an instant. */
export async function listWaiting(
  context: Pick<Context, 'database'>,
  silentSince: string,
): Promise<ImportedCalendar[]> {
  const rows = await select(context)
    .where('waits_for', 'is not', null)
    .where((where) =>
      where.or([where('claimed_at', 'is', null), where('claimed_at', '<', sql<Date>`${silentSince}`)]),
    )
    .orderBy('calendar_id')
    .execute()
  return rows.map(toCalendar)
}

/** Followed calendars that are due, those that wait longest first. */
export async function listDue(
  context: Pick<Context, 'database' | 'clock'>,
  most: number,
): Promise<ImportedCalendar[]> {
  const rows = await select(context)
    .where('kind', '=', 'subscription')
    .where('waits_for', 'is', null)
    .where('next_fetch_at', '<=', sql<Date>`${context.clock.now().toString()}`)
    .orderBy('next_fetch_at')
    .limit(most)
    .execute()
  return rows.map(toCalendar)
}

function select({ database }: Pick<Context, 'database'>) {
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
