import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Context } from '../../platform/context/context.ts'
import { refreshStatistics } from '../../platform/database/statistics.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { Refusal } from '../../platform/refusal.ts'
import { projectPath } from '../../platform/settings/project-path.ts'
import { recordDataset, writeMemberships, writeOrganisations } from './commands.ts'
import { wholeCountries } from './gazetteer/whole-countries.ts'
import { listDatasets } from './queries.ts'
import { type ReferenceRow, readReferenceRows } from './reference-file.ts'
import { readMembership, readOrganisation, readSuccession, readTransfer } from './reference-organisation.ts'
import { writeSuccessions, writeTransfers } from './successions.commands.ts'

export type Progress = (label: string, done: number, total: number) => void

const rowsAStatement = 2000

/** Loads those reference files of France and Korea whose present edition this database lacks. Returns the number of rows written. */
export async function refreshDirectory(context: Context, progress: Progress): Promise<number> {
  const loaded = new Map((await listDatasets(context)).map((dataset) => [dataset.name, dataset.checksum]))
  let written = 0
  for (const name of wholeCountries) {
    written += await loadEdition(context, name, readEdition(name), loaded.get(name), progress)
  }
  return written
}

/** Loads the first and second levels of another country. Returns the number of rows written, 0 when they are loaded already. */
export async function loadCountry(context: Context, country: string, progress: Progress): Promise<number> {
  const path = projectPath('data', 'directory', 'countries', `${country}.tsv`)
  if (!/^[A-Z]{2}$/.test(country) || !existsSync(path))
    throw new Refusal('notFound', `No reference file for the country ${country}`)
  const loaded = (await listDatasets(context)).find((dataset) => dataset.name === country)
  return loadEdition(context, country, readFiles([path]), loaded?.checksum, progress)
}

async function loadEdition(
  context: Context,
  name: string,
  edition: Edition,
  loaded: string | undefined,
  progress: Progress,
): Promise<number> {
  if (edition.checksum === loaded) return 0
  const { successions, transfers, memberships, ...rows } = edition.readRows()
  const organisations = byLevel(rows.organisations)
  const written = await inTransaction(context, async (inside) => {
    for (let done = 0; done < organisations.length; done += rowsAStatement) {
      progress(name, done, organisations.length)
      await writeOrganisations(inside, organisations.slice(done, done + rowsAStatement).map(readOrganisation))
    }
    await writeSuccessions(inside, successions.map(readSuccession))
    await writeTransfers(inside, transfers.map(readTransfer))
    await writeMemberships(inside, memberships.map(readMembership))
    await recordDataset(inside, name, edition.checksum)
    progress(name, organisations.length, organisations.length)
    return organisations.length
  })
  await refreshStatistics(context.database)
  return written
}

// A parent is written before its children.
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

/** The reference files of a country in this release. */
interface Edition {
  checksum: string
  /** Parses the files. Every start compares the checksum, and hardly ever needs the rows. */
  readRows(): EditionRows
}

export interface EditionRows {
  organisations: ReferenceRow[]
  successions: ReferenceRow[]
  transfers: ReferenceRow[]
  memberships: ReferenceRow[]
}

/** Reads the files of France or Korea (`FR`, `KR`). */
export function readEdition(country: 'FR' | 'KR'): Edition {
  const part = country.toLowerCase()
  const paths = readdirSync(projectPath('data', 'directory'))
    .filter((file) => file.endsWith('.tsv') && (file.startsWith(`${part}-`) || file.endsWith(`-${part}.tsv`)))
    .sort()
    .map((file) => projectPath('data', 'directory', file))
  return readFiles(paths)
}

/** Reads files of one country; their names say what they hold. */
function readFiles(paths: string[]): Edition {
  const texts = paths.map((path) => ({ file: basename(path), text: readFileSync(path, 'utf8') }))
  const checksum = createHash('sha256')
    .update(texts.map(({ text }) => text).join('\n'))
    .digest('hex')
  const readRows = () => {
    const rows: EditionRows = { organisations: [], successions: [], transfers: [], memberships: [] }
    for (const { file, text } of texts) rows[kindOf(file)].push(...readReferenceRows(text))
    return rows
  }
  return { checksum, readRows }
}

function kindOf(file: string): keyof EditionRows {
  if (file.startsWith('successions-')) return 'successions'
  if (file.startsWith('transfers-')) return 'transfers'
  return file.includes('-members') ? 'memberships' : 'organisations'
}
