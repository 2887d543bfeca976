import { sql } from 'kysely'
import type { Clock } from '../../context/clock.ts'
import type { Storage } from '../../storage/storage.ts'
import type { Connection } from '../connection.ts'
import { appliedMigrations, DatabaseTooNew, listMigrations, migrate } from '../migrations.ts'
import { announceCommit } from '../transaction.ts'
import { endWaysIn, type InForce, listInForce } from './alive-again.ts'
import {
  type BackupHeader,
  BackupLines,
  BackupUnusable,
  readHeader,
  readLastLine,
  readTableLine,
} from './backup-format.ts'
import { cutShort, loadRows } from './load-rows.ts'
import { inDependencyOrder, listForeignKeys, listOwnTables, type TableShape } from './own-tables.ts'
import { RestoredFiles } from './restored-files.ts'

export interface RestoreOptions {
  /** Empty the database first when it holds something; refused otherwise. */
  replace: boolean
  /** End what lets a person in, of the restored rows. */
  endTokens?: boolean
  clock: Clock
  storage: Storage
  progress(done: number, total: number): void
}

export interface RestoredBackup {
  rows: number
  files: number
  /** Files whose bytes the backup did not have either. */
  missing: number
  /** When it was written. */
  writtenAt: string
  /** How many of each thing in force came back with it, and how many of them were not in force in what it replaced. */
  inForce: { name: string; count: number; endedSince: number }[]
}

export class DatabaseNotEmpty extends Error {}

/**
 * Replaces what the database holds by a backup, in one transaction, and brings it to this release. Returns how much
 * there was. Throws BackupUnusable or DatabaseNotEmpty with one line and leaves the database as it was.
 */
export async function restoreBackup(
  database: Connection,
  source: AsyncIterable<Uint8Array>,
  { replace, endTokens = false, clock, storage, progress }: RestoreOptions,
): Promise<RestoredBackup> {
  const lines = new BackupLines(source)
  try {
    const header = readHeader((await lines.next()) ?? '')
    refuseUnknownMigrations(header)
    const files = new RestoredFiles(storage)
    const now = clock.now().toString()
    const { rows, inForce } = await files.undoneUnless(
      database.transaction().execute(async (inside) => {
        await files.noteFormer(inside)
        const former = await listInForce(inside, now)
        const revisions = await clear(inside, replace)
        await migrate(inside, header.migrations.at(-1))
        await refuseOtherShape(inside, header)
        const loaded = await load(inside, { header, lines, files, progress })
        await moveRevisions(inside, revisions)
        await migrate(inside)
        const inForce = compare(await listInForce(inside, now), former)
        if (endTokens) await endWaysIn(inside, now)
        return { rows: loaded, inForce }
      }),
    )
    announceCommit()
    await files.removeFormer()
    for (const { name } of await listOwnTables(database))
      await sql`analyze ${sql.table(name)}`.execute(database)
    const { written_at: writtenAt } = header
    return { rows, files: header.files - files.missing, missing: files.missing, writtenAt, inForce }
  } finally {
    await lines.close()
  }
}

function compare(restored: InForce, former: InForce): RestoredBackup['inForce'] {
  return [...restored].map(([name, keys]) => ({
    name,
    count: keys.size,
    endedSince: keys.difference(former.get(name) ?? new Set()).size,
  }))
}

function refuseUnknownMigrations({ migrations, release }: BackupHeader): void {
  const known = listMigrations()
  if (migrations.some((name, index) => known[index] !== name)) {
    throw new BackupUnusable(
      `The backup was written by release ${release} of entente, which this one does not know; install that release to restore it`,
    )
  }
}

/** Empties the database of our tables; returns the highest revision that pages were drawn from. */
async function clear(inside: Connection, replace: boolean): Promise<string> {
  const known = listMigrations()
  if ((await appliedMigrations(inside)).some((name) => !known.includes(name))) {
    throw new DatabaseTooNew(
      'The database was written by a newer release of entente; install that release to open it',
    )
  }
  const tables = await listOwnTables(inside)
  if (!replace) await refuseOwnWork(inside, tables)
  let revision = '0'
  for (const { name } of tables) {
    if (name === 'platform_revision') {
      const highest = await inside
        .selectFrom(name)
        .select(({ fn }) => fn.max('revision').as('revision'))
        .executeTakeFirst()
      revision = highest?.revision ?? '0'
    }
  }
  // Children before those that they refer to; a circle among them would be refused here rather than dropped.
  for (const { name } of inDependencyOrder(tables, await listForeignKeys(inside)).reverse()) {
    await sql`drop table ${sql.table(name)}`.execute(inside)
  }
  await sql`drop table if exists platform_migration, platform_migration_lock`.execute(inside)
  return revision
}

// Rows of a first start, before any person did anything: the reference directory, which another start loads again.
const loadedAtStart = /^(directory_|platform_(activity|calendar_host|revision|turn)$)/

async function refuseOwnWork(inside: Connection, tables: readonly TableShape[]): Promise<void> {
  const held: string[] = []
  for (const { name } of tables.filter((table) => !loadedAtStart.test(table.name))) {
    const { rows } = await sql<{
      count: number
    }>`select count(*)::int as count from ${sql.table(name)}`.execute(inside)
    if (rows[0]?.count) held.push(`${rows[0].count} of ${name}`)
  }
  if (held.length === 0) return
  const first = held.slice(0, 5).join(', ')
  throw new DatabaseNotEmpty(
    `The database is not empty: it holds more than the directory (rows: ${first}${held.length > 5 ? ', …' : ''}). Restore into an empty one, or give --replace to lose what it holds`,
  )
}

async function refuseOtherShape(inside: Connection, header: BackupHeader): Promise<void> {
  const shapes = new Map((await listOwnTables(inside)).map(({ name, columns }) => [name, columns]))
  for (const { name, columns } of header.tables) {
    const expected = Object.keys(shapes.get(name) ?? {})
      .sort()
      .join()
    if (Object.keys(columns).sort().join() !== expected) {
      throw new BackupUnusable(
        `The table ${name} of the backup is not the one of its release; nothing was changed`,
      )
    }
  }
}

interface Loading {
  header: BackupHeader
  lines: BackupLines
  files: RestoredFiles
  progress: RestoreOptions['progress']
}

async function load(inside: Connection, { header, lines, files, progress }: Loading): Promise<number> {
  const total = header.tables.reduce((sum, table) => sum + table.rows, 0)
  const order = new Map(header.tables.map(({ name }, index) => [name, index]))
  // Within a table, or in a circle of tables, a row may come before the one that it refers to.
  const keys = (await listForeignKeys(inside)).filter(
    ({ table, refersTo }) => (order.get(refersTo) ?? -1) >= (order.get(table) ?? -1),
  )
  for (const { table, name } of keys)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(inside)
  let done = 0
  for (const table of header.tables) {
    if (readTableLine((await lines.next()) ?? '') !== table.name) throw cutShort(lines)
    for await (const count of loadRows(inside, table, lines)) {
      done += count
      progress(done, total + header.files)
    }
  }
  for (let file = 1; file <= header.files; file++) {
    await files.load(lines)
    progress(total + file, total + header.files)
  }
  const last = readLastLine((await lines.next()) ?? '')
  if (last === null) throw cutShort(lines)
  if (last.sha256 !== lines.sumBefore || last.rows !== total || (await lines.next()) !== null) {
    throw new BackupUnusable(
      'The backup was altered since it was written: its checksum is another; nothing was changed',
    )
  }
  for (const { table, name, definition } of keys) {
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(
      inside,
    )
  }
  return done
}

// Pages kept by running servers were drawn from revisions that the restored ones must not meet again.
async function moveRevisions(inside: Connection, beyond: string): Promise<void> {
  if (beyond === '0') return
  await sql`update platform_revision set revision = revision + ${beyond}::bigint`.execute(inside)
}
