import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewOrganisation } from '../../src/features/directory/organisation.ts'
import type { BulkTarget } from './bulk-target.ts'
import { madeUpOrganisations } from './made-up-organisations.ts'
import { writeOrganisationFiles } from './organisation-files.ts'

const rowsAFile = 50_000
const tables = ['directory_organisation', 'directory_name']

/**
 * Adds made-up organisations to directories that hold the real ones, until each has `total`. Drops the indexes
 * meanwhile and rebuilds them at the end, from their own definitions.
 */
export async function fillDirectory(targets: readonly BulkTarget[], total: number): Promise<void> {
  const [first] = targets
  if (!first) return
  const [{ count = 0 } = {}] = await first.query('select count(*)::int as count from directory_organisation')
  const definitions = await Promise.all(targets.map(dropIndexes))
  for (const slice of slices(madeUpOrganisations(total - Number(count)), rowsAFile))
    await copySlice(targets, slice)
  for (const [place, target] of targets.entries()) {
    for (const definition of definitions[place] ?? []) await target.query(definition)
    for (const table of tables) await target.query(`vacuum (analyze) ${table}`)
  }
}

async function copySlice(targets: readonly BulkTarget[], organisations: NewOrganisation[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-copy-'))
  // The database server runs as another user.
  chmodSync(folder, 0o755)
  try {
    for (const file of writeOrganisationFiles(folder, organisations)) {
      for (const target of targets) await target.copy(file)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function dropIndexes(target: BulkTarget): Promise<string[]> {
  await target.query(`set maintenance_work_mem = '256MB'`)
  // Rows are made from keys that exist: looking each up again takes longer than writing it.
  await target.query('set session_replication_role = replica')
  const rows = await target.query(`
    select i.indexname as name, i.indexdef as definition from pg_indexes i
    where i.tablename in (${tables.map((table) => `'${table}'`).join(', ')})
      and not exists (select 1 from pg_constraint c where c.conname = i.indexname)
  `)
  for (const { name } of rows) await target.query(`drop index ${name}`)
  return rows.map(({ definition }) => String(definition))
}

function* slices<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let slice: T[] = []
  for (const each of all) {
    slice.push(each)
    if (slice.length < size) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}
