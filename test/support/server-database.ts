import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { databaseAddress } from '../../tools/test/cluster.ts'
import { type Contents, fill, nameOf } from './contents.ts'
import { type TestDatabase, templateContext } from './embedded-database.ts'

let made = 0
const templates = new Map<string, Promise<string>>()
const spares = new Map<string, Promise<string>>()

/** A database of its own on the run's PostgreSQL server, with these contents. */
export async function makeOnServer(server: string, contents: Contents): Promise<TestDatabase> {
  const kind = nameOf(contents)
  const name = await (spares.get(kind) ?? copyTemplate(server, contents))
  // The next file that asks for the same contents finds them copied: the copy waits for the disk while tests use the processor.
  const spare = copyTemplate(server, contents)
  spares.set(kind, spare)
  spare.catch(() => spares.delete(kind))
  const folder = mkdtempSync(join(tmpdir(), 'entente-test-'))
  return {
    environment: { DATABASE_URL: databaseAddress(server, name), DATA_DIR: folder },
    remove: async () => {
      rmSync(folder, { recursive: true, force: true })
      await execute(server, `drop database if exists ${name} with (force)`)
    },
  }
}

async function copyTemplate(server: string, contents: Contents): Promise<string> {
  const kind = nameOf(contents)
  const template = templates.get(kind) ?? templateOf(server, contents)
  templates.set(kind, template)
  const name = `test_${process.pid}_${++made}`
  // Copied as files: page by page through the log takes twice the processor where nothing is synchronised.
  await execute(server, `create database ${name} template ${await template} strategy file_copy`)
  return name
}

async function templateOf(server: string, contents: Contents): Promise<string> {
  const name = `template_${nameOf(contents)}`
  const parent = contents.demonstration
    ? await templateOf(server, { ...contents, demonstration: false })
    : 'template0'
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    // One process makes it, the others wait.
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await makeTemplate(server, client, { name, parent, contents })
  } finally {
    await client.end()
  }
  return name
}

async function makeTemplate(
  server: string,
  client: pg.Client,
  { name, parent, contents }: { name: string; parent: string; contents: Contents },
): Promise<void> {
  await client.query(`create database ${name}_part template ${parent} encoding 'UTF8'`)
  const database = await openDatabase(readSettings({ DATABASE_URL: databaseAddress(server, `${name}_part`) }))
  try {
    await fill(templateContext(database), contents)
  } finally {
    await database.close()
  }
  await client.query(`alter database ${name}_part rename to ${name}`)
}

async function execute(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
