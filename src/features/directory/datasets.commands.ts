import { existsSync } from 'node:fs'
import type { Context } from '../../platform/context/context.ts'
import { refreshStatistics } from '../../platform/database/statistics.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { Refusal } from '../../platform/refusal.ts'
import { projectPath } from '../../platform/settings/project-path.ts'
import { recordDataset, writeMemberships, writeOrganisations } from './commands.ts'
import { type Edition, readEdition, readFiles } from './edition.ts'
import { wholeCountries } from './gazetteer/whole-countries.ts'
import { listDatasets } from './queries.ts'
import type { ReferenceRow } from './reference-file.ts'
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
