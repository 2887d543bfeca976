import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { findFreePort } from '../../tools/browser/start-site.ts'
import { databaseAddress } from '../../tools/test/cluster.ts'
import { makeEmbedded, type TestDatabase } from '../support/embedded-database.ts'
import { type Finished, runEntente, startEntente } from '../support/entente-process.ts'
import { listenAsOldServer } from '../support/old-server.ts'
import { makeOnServer } from '../support/server-database.ts'

const server = () => inject('databaseServer') ?? ''
let folder: string
let ready: TestDatabase

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-refusals-'))
  ready = await makeEmbedded({ directory: 'small' })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await ready.remove()
})

function expectOneLine({ exit, out, err }: Finished, message: RegExp): void {
  expect({ exit, out, lines: err.trimEnd().split('\n').length, err }).toEqual({
    exit: 1,
    out: '',
    lines: 1,
    err: expect.stringMatching(message),
  })
}

describe('a wrong setting stops the start with one line that names it, what it got and what it takes', () => {
  test.for([
    ['PORT', '70000', /^PORT is "70000" but takes a whole number from 0 to 65535\n$/],
    ['SECRET', 'too short', /^SECRET is "…" but takes at least 32 characters\n$/],
  ] as const)('%s=%s', async ([name, value, message]) => {
    expectOneLine(
      await runEntente(['serve'], { environment: { DATA_DIR: join(folder, 'unused'), [name]: value } }),
      message,
    )
  })
})

test('a busy port, before the directory is loaded', async () => {
  const port = await findFreePort()
  const other = createServer().listen(port, 'localhost')
  onTestFinished(() => void other.close())
  const finished = await runEntente(['serve'], {
    environment: { DATA_DIR: join(folder, 'never-loaded'), DEMO: 'none', PORT: String(port) },
  })
  // Without a word of progress before it.
  expectOneLine(
    finished,
    /^The port is in use by another program: set PORT to another number \(.*EADDRINUSE.*\)\n$/,
  )
})

test('a host that is not this machine', async () => {
  const environment = {
    ...ready.environment,
    DEMO: 'none',
    HOST: '192.0.2.1',
    PORT: String(await findFreePort()),
  }
  expectOneLine(await runEntente(['serve'], { environment }), /^HOST cannot be listened on here: /)
})

test('a second start on the directory of a running server, which goes on', async () => {
  const environment = { ...ready.environment, DEMO: 'none' }
  const first = await startEntente({ environment })
  const second = await runEntente(['serve'], {
    environment: { ...environment, PORT: String(await findFreePort()) },
  })
  expectOneLine(
    second,
    /^The data directory \S+ is in use by another entente process; stop it, or set DATA_DIR to another folder\n$/,
  )
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
})

test('a data directory that is a file, or inside one', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  for (const DATA_DIR of [file, join(file, 'data')]) {
    expectOneLine(
      await runEntente(['serve'], { environment: { DATA_DIR } }),
      /^DATA_DIR cannot be a folder there: E\w+: .*\n$/,
    )
  }
})

test('a data directory that may not be written', async () => {
  const closed = join(folder, 'closed')
  mkdirSync(closed, { mode: 0o555 })
  // Root may read everything, so this does not run as root.
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null
  chmodSync(folder, 0o755)
  const finished = await runEntente(['serve'], {
    environment: { DATA_DIR: closed },
    ...(user ? { user } : {}),
  })
  expectOneLine(finished, /^No permission: EACCES: permission denied, mkdir '\S+'\n$/)
})

describe('a database server', () => {
  test('that does not answer', async () => {
    const environment = { DATABASE_URL: `postgres://me:secret@localhost:${await findFreePort()}/entente` }
    const finished = await runEntente(['serve'], { environment })
    expectOneLine(
      finished,
      /^The database at postgres:\/\/localhost:\d+\/entente cannot be reached: .*ECONNREFUSED/,
    )
    expect(finished.err).not.toContain('secret')
  })

  test('without such a database', async () => {
    const finished = await runEntente(['serve'], {
      environment: { DATABASE_URL: databaseAddress(server(), 'nowhere') },
    })
    expectOneLine(finished, /cannot be reached: database "nowhere" does not exist\n$/)
  })

  test('that is too old', async () => {
    const port = await listenAsOldServer(140_012)
    const finished = await runEntente(['serve'], {
      environment: { DATABASE_URL: `postgres://me@localhost:${port}/entente` },
    })
    expectOneLine(finished, /^The database server is PostgreSQL 14; entente needs 15 or newer\n$/)
  })

  test('whose database is not UTF-8', async () => {
    const client = new pg.Client({ connectionString: server() })
    await client.connect()
    await client.query(`create database ascii encoding 'SQL_ASCII' template template0`)
    await client.end()
    const finished = await runEntente(['serve'], {
      environment: { DATABASE_URL: databaseAddress(server(), 'ascii') },
    })
    expectOneLine(
      finished,
      /^The database is encoded in SQL_ASCII; entente needs UTF8 \(createdb --encoding=UTF8\)\n$/,
    )
  })

  test('whose schema a newer release has written', async () => {
    const made = await makeOnServer(server(), { directory: 'none' })
    onTestFinished(made.remove)
    const client = new pg.Client({ connectionString: made.environment.DATABASE_URL })
    await client.connect()
    await client.query(`insert into platform_migration values ('9999-future', now()::text)`)
    await client.end()
    const finished = await runEntente(['serve'], { environment: made.environment })
    expectOneLine(
      finished,
      /^The database was written by a newer release of entente; install that release to open it\n$/,
    )
  })
})
