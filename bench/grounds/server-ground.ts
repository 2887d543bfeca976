import { join } from 'node:path'
import pg from 'pg'
import { databaseAddress } from '../../tools/test/cluster.ts'
import type { Ground } from './ground.ts'

/** Databases of a PostgreSQL server; `folder` is the data directory of the processes that use them. */
export async function serverGround(server: string, folder: string): Promise<Ground> {
  const version = await execute(server, `select current_setting('server_version') as version`)
  const named = (name: string) => `entente_bench_${name}`
  const remove = async (name: string) => {
    await execute(server, `drop database if exists ${named(name)} with (force)`)
  }
  return {
    name: `PostgreSQL ${Number.parseInt(String(version[0]?.version), 10)}`,
    environment: (name) => ({
      DATABASE_URL: databaseAddress(server, named(name)),
      DATA_DIR: join(folder, 'server'),
      DEMO: 'france-coree',
    }),
    isThere: async (name) =>
      (await execute(server, 'select 1 from pg_database where datname = $1', [named(name)])).length > 0,
    create: async (name) => {
      await remove(name)
      await execute(server, `create database ${named(name)} template template0 encoding 'UTF8'`)
    },
    copy: async (from, to) => {
      await remove(to)
      await execute(server, `create database ${named(to)} template ${named(from)}`)
    },
    rename: async (from, to) => {
      await execute(server, `alter database ${named(from)} rename to ${named(to)}`)
    },
    change: async (name) => {
      await execute(
        databaseAddress(server, named(name)),
        'update platform_revision set revision = revision + 1',
      )
    },
    remove,
  }
}

async function execute(server: string, statement: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return (await client.query(statement, values)).rows
  } finally {
    await client.end()
  }
}
