import type { Context } from '../../../platform/context/context.ts'
import { manifestOf, type ReportManifest } from './manifest.ts'

/** The files of a report by name, its manifest apart. */
export async function listFiles(context: Pick<Context, 'database'>, reportId: string) {
  return selectFiles(context, reportId).where('r.name', '<>', 'manifest.json').execute()
}

/** A file of a report by its name; null where it has none. */
export async function lookUpReportFile(context: Pick<Context, 'database'>, reportId: string, name: string) {
  const row = await selectFiles(context, reportId).where('r.name', '=', name).executeTakeFirst()
  return row ? { ...row, name: row.fileName } : null
}

function selectFiles({ database }: Pick<Context, 'database'>, reportId: string) {
  return database
    .selectFrom('reports_file as r')
    .innerJoin('platform_file as f', 'f.file_id', 'r.file_id')
    .innerJoin('platform_file_content as c', 'c.sha256', 'f.sha256')
    .select(['r.name', 'r.engine', 'r.file_id as fileId', 'f.sha256', 'f.name as fileName'])
    .select(['f.media_type as mediaType', 'f.created_at as createdAt'])
    .select((eb) => eb.cast<number>('c.size_bytes', 'integer').as('sizeBytes'))
    .where('r.report_id', '=', reportId)
    .orderBy('r.name')
}

/** Which report it is: its network’s slug, its number and the digest of its facts. */
export interface NamedReport {
  id: string
  network: string
  number: number
  digest: string
}

/** The manifest of a report whose files are drawn; null before that. */
export async function lookUpManifest(
  context: Pick<Context, 'database'>,
  { id, ...report }: NamedReport,
): Promise<ReportManifest | null> {
  const files = await listFiles(context, id)
  const engine = files[0]?.engine
  return engine === undefined ? null : manifestOf({ ...report, engine }, files)
}

/** The report to which a kept content belongs, by its SHA-256, with the name of that file; null for none. */
export async function lookUpReportOfFile({ database }: Pick<Context, 'database'>, sha256: string) {
  const row = await selectReports(database)
    .innerJoin('reports_file as f', 'f.report_id', 'r.report_id')
    .innerJoin('platform_file as p', 'p.file_id', 'f.file_id')
    .select('f.name')
    .where('p.sha256', '=', sha256)
    .orderBy('r.number')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The manifest of a report by the slug of its network and its number; null where it has none. */
export async function lookUpManifestOf(context: Pick<Context, 'database'>, network: string, number: number) {
  const row = await selectReports(context.database)
    .where('n.slug', '=', network)
    .where('r.number', '=', number)
    .executeTakeFirst()
  return row?.digest ? lookUpManifest(context, { ...row, digest: row.digest }) : null
}

function selectReports(database: Context['database']) {
  return database
    .selectFrom('reports_report as r')
    .innerJoin('networks_network as n', 'n.network_id', 'r.network_id')
    .select(['r.report_id as id', 'n.slug as network', 'r.number', 'r.digest'])
}
