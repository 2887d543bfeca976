import { basename } from 'node:path'
import { pino } from 'pino'
import { expect, inject, it, onTestFinished } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { recordActivity } from '../../src/platform/activity/activity.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { startJobs } from '../../src/platform/jobs/jobs.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { openDatabaseRelay } from '../support/database-relay.ts'
import { FixedClock } from '../support/fixed-clock.ts'
import { makeOnServer } from '../support/server-database.ts'

const kept = '/ko'
const other = '/fr/directory'
// The first test that needs a template of a database makes it.
const patienceMs = 120_000

/** The application as a process with ROLE=web runs it, with a relay to its database that the test closes. */
async function openHouse(settings: Record<string, string>) {
  const server = inject('databaseServer') ?? ''
  const made = await makeOnServer(server, { directory: 'none' })
  const relay = await openDatabaseRelay(server)
  const name = basename(new URL(made.environment.DATABASE_URL ?? '').pathname)
  const read = readSettings({
    ...settings,
    DATABASE_URL: relay.address(name),
    RATE_LIMIT: '0',
    SECRET: 'a'.repeat(40),
  })
  const database = await openDatabase(read)
  const jobs = await startJobs(database, { jobs: [], works: false, onError: () => undefined })
  const lines: string[] = []
  const clock = new FixedClock()
  const app = await createApp({
    settings: read,
    database: { ...database, connection: database.answering },
    clock,
    log: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }),
    jobs: () => jobs,
  })
  onTestFinished(async () => {
    relay.restore()
    await app.close()
    await jobs.stop()
    await database.close()
    await made.remove()
  })
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
  const context: Context = {
    actor: { kind: 'operator' },
    clock,
    database: database.connection,
    today: '2026-11-02',
  }
  const change = () =>
    inTransaction(context, (inside) =>
      recordActivity(inside, {
        networkId: null,
        verb: 'withdrew',
        subjectKind: 'network',
        subjectId: newId(),
      }),
    )
  return { relay, get, lines, change }
}

it.runIf(inject('databaseServer'))(
  'shows what is kept while the database is away, says of the rest when to come back, and is ready again by itself',
  async () => {
    const { relay, get, lines } = await openHouse({})
    const before = await get(kept)
    expect([before.statusCode, (await get('/readyz')).statusCode]).toEqual([200, 200])
    relay.cut()
    // Beyond the half second for which a revision is believed.
    await new Promise((resolve) => setTimeout(resolve, 600))
    const during = await get(kept)
    expect([during.statusCode, during.body]).toEqual([200, before.body])
    for (const [language, words] of [
      ['fr', 'La base de données ne répond pas'],
      ['ko', '데이터베이스가 응답하지 않습니다'],
      ['en', 'The database does not answer'],
    ]) {
      const page = await get(`/${language}/directory`)
      expect([language, page.statusCode, page.headers['retry-after']]).toEqual([language, 503, '10'])
      expect(page.body).toContain(words)
      expect(page.body).toContain(`lang="${language}"`)
    }
    // A person who is signed in is not treated as a stranger because the database is away.
    expect((await get(kept, { cookie: 'session=1' })).statusCode).toBe(503)
    const call = await get('/api/v1/networks')
    expect([call.statusCode, call.headers['retry-after'], call.headers['content-type']]).toEqual([
      503,
      '10',
      'application/problem+json; charset=utf-8',
    ])
    expect(call.json()).toMatchObject({ type: '/problems/unavailable', status: 503 })
    const ready = await get('/readyz')
    expect([ready.statusCode, ready.json()]).toEqual([
      503,
      {
        status: 'not ready',
        checks: { database: 'does not answer', migrations: 'does not answer', jobs: 'ok' },
      },
    ])
    expect((await get('/metrics')).statusCode).toBe(200)
    expect(lines.filter((line) => line.includes('"level":50'))).toEqual([])
    relay.restore()
    expect((await get('/readyz')).json().status).toBe('ready')
    expect((await get(other)).statusCode).toBe(200)
  },
  patienceMs,
)

it.runIf(inject('databaseServer'))(
  'does not show again what was kept before a change, as it may be what was withdrawn',
  async () => {
    const { relay, get, change } = await openHouse({})
    expect((await get(kept)).statusCode).toBe(200)
    await change()
    relay.cut()
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect((await get(kept)).statusCode).toBe(503)
    relay.restore()
    expect((await get(kept)).statusCode).toBe(200)
  },
  patienceMs,
)

it.runIf(inject('databaseServer'))(
  'waits for a database that stands still no longer than it may, and answers what is kept meanwhile',
  async () => {
    const { relay, get } = await openHouse({
      DATABASE_STATEMENT_SECONDS: '1',
      DATABASE_CONNECTION_SECONDS: '1',
    })
    const before = await get(kept)
    relay.freeze()
    await new Promise((resolve) => setTimeout(resolve, 600))
    const startedAt = performance.now()
    const [during, page, ready] = await Promise.all([get(kept), get(other), get('/readyz')])
    expect([during.statusCode, during.body]).toEqual([200, before.body])
    expect([page.statusCode, ready.statusCode]).toEqual([503, 503])
    expect(performance.now() - startedAt).toBeLessThan(6000)
    relay.restore()
    expect((await get(other)).statusCode).toBe(200)
  },
  patienceMs,
)
