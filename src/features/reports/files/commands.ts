import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { canonicalText } from '../../../platform/editions/frozen-facts.ts'
import { listNamingRows } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { keepFile, openFile } from '../../../platform/storage/files.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import type { ReportFacts } from '../facts.ts'
import { drawFiles, engineOf, type ReportFile } from './draw-files.ts'
import { manifestOf, readManifest, sha256Of, type Verdict } from './manifest.ts'
import { listFiles, lookUpManifestOf, lookUpReportOfFile, type NamedReport } from './queries.ts'

/**
 * Draws the files of a frozen report and keeps them, one after the other, in place of those that it has; its manifest last. The caller asks
 * the policy. Where it throws (`StorageUnusable` on a full disk) the report has only some of its files: it is to be called again.
 */
export async function storeFiles(
  context: Context,
  storage: Storage,
  report: NamedReport,
  facts: ReportFacts,
): Promise<void> {
  const engine = engineOf()
  for await (const file of drawFiles(facts, report)) await store(context, storage, report, file, engine)
  const manifest = manifestOf({ ...report, engine }, await listFiles(context, report.id))
  const bytes = Buffer.from(canonicalText(manifest), 'utf8')
  const file = { name: 'manifest.json', mediaType: 'application/json', bytes }
  await store(context, storage, report, file, engine)
}

function store(
  context: Context,
  storage: Storage,
  { id, network, number }: NamedReport,
  { name, mediaType, bytes }: ReportFile,
  engine: string,
): Promise<void> {
  return inTransaction(context, async (inside) => {
    const given = { name: `${network}-report-${number}-${name}`, type: mediaType }
    const { fileId } = await keepFile(inside, storage, bytes, given)
    const row = { file_id: fileId, engine, drawn_at: context.clock.now().toString() }
    await inside.database
      .insertInto('reports_file')
      .values({ report_id: id, name, ...row })
      .onConflict((conflict) => conflict.columns(['report_id', 'name']).doUpdateSet(row))
      .execute()
  })
}

/** A file drawn once more, beside the stored one; `stored` is null where there is none. Digests are those of the bytes as they are. */
export interface RebuiltFile {
  name: string
  bytes: Buffer
  isSame: boolean
  stored: { sha256: string; engine: string } | null
  rebuilt: { sha256: string; engine: string }
}

/** Draws each file of a report again, and says which ones differ from those that are stored; these stay as they are. */
export async function* rebuildFiles(
  context: Context,
  storage: Storage,
  report: NamedReport,
  facts: ReportFacts,
): AsyncGenerator<RebuiltFile> {
  const files = new Map((await listFiles(context, report.id)).map((file) => [file.name, file]))
  const engine = engineOf()
  for await (const { name, bytes } of drawFiles(facts, report)) {
    const file = files.get(name)
    const kept = file && (await Array.fromAsync(await openFile(storage, { ...file, name })))
    const stored = file && kept ? { sha256: sha256Of(Buffer.concat(kept)), engine: file.engine } : null
    const rebuilt = { sha256: sha256Of(bytes), engine }
    yield { name, bytes, isSame: stored?.sha256 === rebuilt.sha256, stored, rebuilt }
  }
}

/**
 * What a file is, by the reports of this database: a file of one, the manifest of one or an altered manifest. Any other file is unknown,
 * altered or not: only a manifest says of which report it is.
 */
export async function verifyFile(context: Pick<Context, 'database'>, bytes: Uint8Array): Promise<Verdict> {
  const found = sha256Of(bytes)
  const claimed = readManifest(bytes)
  if (claimed === null) {
    const report = await lookUpReportOfFile(context, found)
    return report === null
      ? { kind: 'unknown', found }
      : { kind: 'same', name: report.name, number: report.number, network: report.network }
  }
  const { network, number } = claimed
  const own = await lookUpManifestOf(context, network, number)
  if (own === null) return { kind: 'unknown', found }
  const expected = sha256Of(Buffer.from(canonicalText(own)))
  return sha256Of(Buffer.from(canonicalText(claimed))) === expected
    ? { kind: 'same', name: 'manifest.json', number, network }
    : { kind: 'altered', name: 'manifest.json', expected, found }
}

/** Removes the files of the frozen draft, which is thawed, and of editions, whose public texts name a person who is erased. */
export async function dropNamed(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const naming = { texts: ['facts'], documents: ['facts'] } as const
  const drafts = await listNamingRows(context, 'reports_report', { keys: ['report_id'], ...naming }, subject)
  const edited = { keys: ['edition_id'], ...naming } as const
  const editions = await listNamingRows(context, 'platform_edition', edited, subject)
  const draftIds = drafts.map(({ keys }) => keys.report_id)
  const editionIds = editions.map(({ keys }) => keys.edition_id)
  if (draftIds.length > 0)
    await database
      .updateTable('reports_report')
      .set({ facts: null, digest: null, frozen_at: null, frozen_by: null, publish_at: null })
      .where('report_id', 'in', draftIds)
      .execute()
  await database
    .deleteFrom('reports_file as file')
    .using('reports_report as report')
    .whereRef('report.report_id', '=', 'file.report_id')
    .where(
      sql<boolean>`(report.report_id = any(${draftIds}::uuid[]) or report.edition_id = any(${editionIds}::uuid[]))`,
    )
    .execute()
}
