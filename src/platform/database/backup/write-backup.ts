import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from '../../context/clock.ts'
import { readRelease } from '../../settings/release.ts'
import type { Storage } from '../../storage/storage.ts'
import type { Connection } from '../connection.ts'
import { appliedMigrations } from '../migrations.ts'
import { listContents, writeContent } from './backup-files.ts'
import { type BackupHeader, backupVersion } from './backup-format.ts'
import {
  columnsWithoutSecrets,
  inDependencyOrder,
  listFleetingTables,
  listForeignKeys,
  listOwnTables,
  type TableShape,
} from './own-tables.ts'

const rowsAFetch = 500

export interface BackupOptions {
  clock: Clock
  storage: Storage
  /** Takes a piece of the file; the next one comes when its promise settles. */
  write(piece: string): Promise<void>
  progress(done: number, total: number): void
}

export interface WrittenBackup {
  rows: number
  files: number
  /** Files whose bytes were not where they should be. */
  missing: number
}

/**
 * Writes everything that features have stored, as it was at one instant; returns how much. Leaves out the job queue,
 * which fills itself again, and what lets a person in: sessions and links, also in the texts of mails.
 */
export async function writeBackup(
  database: Connection,
  { clock, storage, write, progress }: BackupOptions,
): Promise<WrittenBackup> {
  const hash = createHash('sha256')
  const line = async (text: string) => {
    hash.update(text)
    await write(text)
  }
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (inside) => {
      await sql`set local time zone 'UTC'`.execute(inside)
      await sql`set local extra_float_digits = 1`.execute(inside)
      const fleeting = listFleetingTables()
      const lasting = (await listOwnTables(inside)).filter(({ name }) => !fleeting.has(name))
      const tables = inDependencyOrder(lasting, await listForeignKeys(inside))
      const contents = await listContents(inside)
      const header = { ...(await describe(inside, tables, clock)), files: contents.length }
      const total = header.tables.reduce((sum, table) => sum + table.rows, contents.length)
      await line(`${JSON.stringify(header)}\n`)
      let done = 0
      for (const table of tables) {
        await line(`${JSON.stringify({ table: table.name })}\n`)
        for await (const rows of readRows(inside, table)) {
          await line(`${rows.join('\n')}\n`)
          done += rows.length
          progress(done, total)
        }
      }
      let missing = 0
      for (const [index, content] of contents.entries()) {
        if (!(await writeContent(storage, content, line))) missing++
        progress(done + index + 1, total)
      }
      await write(`${JSON.stringify({ rows: done, sha256: hash.digest('hex') })}\n`)
      return { rows: done, files: contents.length - missing, missing }
    })
}

async function describe(
  inside: Connection,
  tables: TableShape[],
  clock: Clock,
): Promise<Omit<BackupHeader, 'files'>> {
  const described: BackupHeader['tables'] = []
  for (const { name, columns } of tables) {
    const { rows } = await sql<{ count: string }>`select count(*) as count from ${sql.table(name)}`.execute(
      inside,
    )
    described.push({ name, rows: Number(rows[0]?.count), columns })
  }
  return {
    entente_backup: backupVersion,
    release: readRelease(),
    written_at: clock.now().toString({ smallestUnit: 'second' }),
    migrations: await appliedMigrations(inside),
    tables: described,
  }
}

// The database writes its own JSON: every number, instant and array keeps all its digits. In the order of the key, so
// that equal databases give equal files, whatever their collation.
async function* readRows(inside: Connection, table: TableShape): AsyncGenerator<string[]> {
  const { name, key } = table
  const order = key.map((column) =>
    column.type === 'text' ? sql`${sql.ref(column.name)} collate "C"` : sql`${sql.ref(column.name)}`,
  )
  const orderBy =
    order.length > 0 ? sql`order by ${sql.join(order)}` : sql`order by row_to_json(t)::text collate "C"`
  await sql`
    declare backup_rows no scroll cursor for
      select row_to_json(t)::text as line from (select ${columnsWithoutSecrets(table)} from ${sql.table(name)}) as t ${orderBy}
  `.execute(inside)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(rowsAFetch)} from backup_rows`.execute(
      inside,
    )
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < rowsAFetch) break
  }
  await sql`close backup_rows`.execute(inside)
}
