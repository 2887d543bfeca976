import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Context } from '../../../platform/context/context.ts'
import { stableId } from '../../../platform/context/identifier.ts'
import { refreshStatistics } from '../../../platform/database/statistics.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { recordDataset, writeMemberships, writeOrganisations, writeSuccessions } from '../commands.ts'
import { listDatasets } from '../queries.ts'
import { type ReferenceRow, readReferenceRows } from '../reference-file.ts'
import { readOrganisation } from '../reference-organisation.ts'

export type Progress = (label: string, done: number, total: number) => void

const rowsAStatement = 2000

/** Loads the reference files of France and Korea that this database does not have in their present edition; answers the rows written. */
export async function refreshDirectory(context: Context, progress: Progress): Promise<number> {
  const loaded = new Map((await listDatasets(context)).map((dataset) => [dataset.name, dataset.checksum]))
  const files = readdirSync(projectPath('data', 'directory')).filter((file) => file.endsWith('.tsv'))
  const sets = [
    { name: 'FR', files: files.filter((file) => file.startsWith('fr-') || file === 'successions-fr.tsv') },
    { name: 'KR', files: files.filter((file) => file.startsWith('kr-') || file === 'successions-kr.tsv') },
  ]
  let written = 0
  for (const { name, files: parts } of sets) {
    const paths = parts.sort().map((file) => projectPath('data', 'directory', file))
    written += await loadSet(context, name, paths, loaded.get(name), progress)
  }
  return written
}

/** Loads the first and second levels of another country; answers the rows written, 0 when they are there already. */
export async function loadCountry(context: Context, country: string, progress: Progress): Promise<number> {
  const path = projectPath('data', 'directory', 'countries', `${country}.tsv`)
  if (!/^[A-Z]{2}$/.test(country) || !existsSync(path))
    throw new Refusal('notFound', `No reference file for the country ${country}`)
  const loaded = (await listDatasets(context)).find((dataset) => dataset.name === country)
  return loadSet(context, country, [path], loaded?.checksum, progress)
}

async function loadSet(
  context: Context,
  name: string,
  paths: string[],
  loaded: string | undefined,
  progress: Progress,
): Promise<number> {
  const texts = paths.map((path) => ({ file: basename(path), text: readFileSync(path, 'utf8') }))
  const checksum = createHash('sha256')
    .update(texts.map(({ text }) => text).join('\n'))
    .digest('hex')
  if (checksum === loaded) return 0
  const tables = texts.map(({ file, text }) => ({ file, rows: readReferenceRows(text) }))
  const rowsOf = (matches: (file: string) => boolean) =>
    tables.filter(({ file }) => matches(file)).flatMap(({ rows }) => rows)
  const organisations = byLevel(
    rowsOf((file) => !file.startsWith('successions') && !file.includes('members')),
  )
  const written = await inTransaction(context, async (inside) => {
    for (let done = 0; done < organisations.length; done += rowsAStatement) {
      progress(name, done, organisations.length)
      await writeOrganisations(inside, organisations.slice(done, done + rowsAStatement).map(readOrganisation))
    }
    await writeSuccessions(inside, rowsOf((file) => file.startsWith('successions')).map(readSuccession))
    await writeMemberships(
      inside,
      rowsOf((file) => file.includes('members')).map((row) => ({
        unionId: stableId(row.epci ?? ''),
        memberId: stableId(row.commune ?? ''),
      })),
    )
    await recordDataset(inside, name, checksum)
    progress(name, organisations.length, organisations.length)
    return organisations.length
  })
  await refreshStatistics(context.database)
  return written
}

// A parent is written before those beneath it.
function byLevel(rows: ReferenceRow[]): ReferenceRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const depthOf = (row: ReferenceRow, seen = 0): number => {
    const parent = row.parent ? byKey.get(row.parent) : undefined
    return parent && seen < 10 ? 1 + depthOf(parent, seen + 1) : 0
  }
  return rows
    .map((row) => ({ row, depth: depthOf(row) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ row }) => row)
}

function readSuccession(row: ReferenceRow) {
  return {
    predecessorId: stableId(row.predecessor ?? ''),
    successorId: stableId(row.successor ?? ''),
    kind: row.kind ?? '',
    happenedOn: row.on || null,
    reportedBy: row.reported_by ?? '',
    source: row.source ?? '',
  }
}
