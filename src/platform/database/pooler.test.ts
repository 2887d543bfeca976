import { basename } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { runsWith } from '../../../test/support/needs.ts'
import { openPooler } from '../../../test/support/open-pooler.ts'
import { openTestDatabase } from '../../../test/support/open-test-database.ts'
import { makeOnServer } from '../../../test/support/server-database.ts'
import { systemClock } from '../context/clock.ts'
import { readSettings } from '../settings/settings.ts'
import type { Connection } from './connection.ts'
import { DatabaseAway } from './database-away.ts'
import { examinePooler } from './examine-database.ts'
import { appliedMigrations, listMigrations } from './migrations.ts'
import { openDatabase } from './open-database.ts'
import { openServerDatabase } from './server-database.ts'

const ask = async (database: Connection, value: number) =>
  (await sql<{ doubled: number }>`select ${value}::int * 2 as doubled`.execute(database)).rows[0]?.doubled
const countPrepared = async (database: Connection) =>
  Number(
    (
      await sql<{
        count: string
      }>`select count(*) from pg_prepared_statements where name like 'entente%'`.execute(database)
    ).rows[0]?.count,
  )

describe('a connection that has lost what was prepared on it', () => {
  let database: Connection
  beforeAll(async () => {
    const opened = await openTestDatabase({ directory: 'none' }, {}, systemClock)
    database = opened.database.connection
    return opened.close
  })

  it('answers all the same, and nothing is prepared again', async () => {
    for (const value of [1, 2, 3]) await ask(database, value)
    expect(await countPrepared(database)).toBeGreaterThan(0)
    await sql`deallocate all`.execute(database)
    // Inside a transaction all before it is lost too: to be tried again, and no fault.
    const inside = database.transaction().execute((transaction) => ask(transaction, 4))
    await expect(inside).rejects.toThrow(DatabaseAway)
    for (const value of [5, 6, 7]) expect(await ask(database, value)).toBe(value * 2)
    expect(await database.transaction().execute((transaction) => ask(transaction, 8))).toBe(16)
    expect(await countPrepared(database)).toBe(0)
  })
})

const cannot = !inject('databaseServer') || !runsWith('pgbouncer')
describe.skipIf(cannot)('behind a pooler that gives each transaction another connection', () => {
  it.each([
    { keptStatements: 0, pooler: 'auto', prepares: false },
    { keptStatements: 200, pooler: 'auto', prepares: true },
    { keptStatements: 200, pooler: 'transaction', prepares: false },
  ])(
    'finds out whether names of statements are kept: %o',
    async ({ keptStatements, pooler, prepares }) => {
      const server = inject('databaseServer') ?? ''
      const made = await makeOnServer(server, { directory: 'none' })
      const address = await openPooler(server, keptStatements)
      const name = basename(new URL(made.environment.DATABASE_URL ?? '').pathname)
      const opened = await openDatabase(
        readSettings({ DATABASE_URL: address(name), DATABASE_POOLER: pooler }),
      )
      onTestFinished(async () => {
        await opened.close()
        await made.remove()
      })
      const answers = Array.from({ length: 200 }, (_, value) =>
        value % 3 === 0
          ? opened.connection.transaction().execute((transaction) => ask(transaction, value))
          : ask(opened.connection, value),
      )
      expect(await Promise.all(answers)).toEqual(answers.map((_, value) => value * 2))
      expect(opened.keepsNames()).toBe(prepares)
      expect(examinePooler('auto', opened.keepsNames()).says).toMatch(
        prepares ? /^none/ : /^one that does not keep/,
      )
    },
    60_000,
  )

  it('migrates an empty database once, and leaves no lock on a connection', async () => {
    const server = inject('databaseServer') ?? ''
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    const name = `migrated_${process.pid}`
    await client.query(`create database ${name} template template0 encoding 'UTF8'`)
    const address = await openPooler(server, 0)
    const open = () => openDatabase(readSettings({ DATABASE_URL: address(name) }))
    const opened = await Promise.all([open(), open()])
    const { rows } = await client.query(
      `select pid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = $1)`,
      [name],
    )
    for (const each of opened) expect(await appliedMigrations(each.connection)).toEqual(listMigrations())
    for (const each of opened) await each.close()
    await client.query(`drop database ${name} with (force)`)
    await client.end()
    expect(rows).toEqual([])
  }, 120_000)
})

it.skipIf(!inject('databaseServer'))(
  'a server that has no second connection left is opened without names of statements',
  async () => {
    const server = inject('databaseServer') ?? ''
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    const role = `few_${process.pid}`
    await client.query(`create role ${role} login connection limit 1`)
    const address = new URL(server)
    address.searchParams.set('user', role)
    const { pool, names } = await openServerDatabase(address.href, readSettings({}).database)
    await pool.end()
    await client.query(`drop role ${role}`)
    await client.end()
    expect(names.areKept).toBe(false)
  },
)
