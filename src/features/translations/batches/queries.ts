import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type ListedText, selectListedColumns, selectWithOriginal } from '../waiting/queries.ts'

export interface Batch {
  id: string
  networkId: string
  language: string
  provider: string
  /** ISO day: texts known later are not translated. */
  seenOn: string
  askedAt: Date
  claimedAt: Date | null
  total: number
  done: number
  skipped: number
  trouble: string | null
  endedAt: Date | null
  undoneAt: Date | null
}

/** The batches of a network, newest first. */
export async function listBatches(context: Context, networkId: string, limit: number): Promise<Batch[]> {
  return selectBatches(context)
    .where('network_id', '=', networkId)
    .orderBy('batch_id', 'desc')
    .limit(limit)
    .execute()
}

/** One batch of a network, or 404. */
export async function findBatch(context: Context, networkId: string, batchId: string): Promise<Batch> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(batchId)) notFound(batchId)
  const batch = await selectBatches(context)
    .where('network_id', '=', networkId)
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  return batch ?? notFound(batchId)
}

/** The batches that have not ended, oldest first. */
export async function listOpenBatches(context: Context): Promise<Batch[]> {
  return selectBatches(context).where('ended_at', 'is', null).orderBy('batch_id').execute()
}

/** The id of the open batch for a language, or null. */
export async function lookUpOpenBatch(
  context: Context,
  { networkId, language }: Pick<Batch, 'networkId' | 'language'>,
): Promise<string | null> {
  const row = await context.database
    .selectFrom('translations_batch')
    .select('batch_id')
    .where('network_id', '=', networkId)
    .where('language', '=', language)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.batch_id ?? null
}

/** The texts of a batch that are still as the machine made them. */
export async function listMade(
  context: Context,
  batchId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedText[]> {
  const { rows } = await sql<ListedText>`
    select ${selectListedColumns} from translations_text t ${selectWithOriginal}
    where t.batch_id = ${batchId} and t.state = 'machine'
    order by t.text_id limit ${limit} offset ${offset}
  `.execute(context.database)
  return rows
}

/** How many texts of a batch are still as the machine made them. */
export async function countMade(context: Context, batchId: string): Promise<number> {
  const { count } = await context.database
    .selectFrom('translations_text')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('batch_id', '=', batchId)
    .where('state', '=', 'machine')
    .executeTakeFirstOrThrow()
  return count
}

export interface MissingText {
  id: string
  recordKind: string
  recordId: string
  path: string
  whole: LocalizedText
  originalLanguage: string
  original: string
}

/** The next texts that lack a language, after one of them. */
export async function listMissing(
  context: Context,
  { networkId, language, seenOn }: Pick<Batch, 'networkId' | 'language' | 'seenOn'>,
  after: string,
  limit: number,
): Promise<MissingText[]> {
  const { rows } = await sql<MissingText>`
    select t.text_id as id, t.record_kind as "recordKind", t.record_id as "recordId", t.path,
      t.original_language as "originalLanguage", o.text as original,
      jsonb_build_object(o.language, jsonb_build_object('text', o.text, 'state', o.state)) as whole
    from translations_text t ${selectWithOriginal}
    where t.network_id = ${networkId} and t.language = ${language} and t.state = 'missing' and t.known_on <= ${seenOn}
      and t.text_id > ${after}
    order by t.text_id limit ${limit}
  `.execute(context.database)
  return rows
}

/** How many texts lack a language, as known on the context's day. */
export async function countMissing(
  context: Context,
  { networkId, language }: Pick<Batch, 'networkId' | 'language'>,
): Promise<number> {
  const { count } = await context.database
    .selectFrom('translations_text')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('network_id', '=', networkId)
    .where('language', '=', language)
    .where('waits', '=', 3)
    .where('known_on', '<=', context.today)
    .executeTakeFirstOrThrow()
  return count
}

function selectBatches(context: Context) {
  return context.database
    .selectFrom('translations_batch')
    .select([
      'batch_id as id',
      'network_id as networkId',
      'language',
      'provider',
      sql<string>`seen_on::text`.as('seenOn'),
      'asked_at as askedAt',
      'claimed_at as claimedAt',
      'total',
      'done',
      'skipped',
      'trouble',
      'ended_at as endedAt',
      'undone_at as undoneAt',
    ])
}
