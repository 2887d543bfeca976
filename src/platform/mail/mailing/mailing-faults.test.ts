import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { prepareSampleMailing } from '../../../../test/support/sample-mailing.ts'
import { type StandInMailServer, startMailServer } from '../../../../test/support/smtp-server.ts'
import { openSending } from '../delivery/sending.ts'
import { type MailingReader, reportMailing, steerMailing } from './mailing.ts'
import { createMailingDeliverer } from './mailing-deliverer.ts'

let house: TestApp
let server: StandInMailServer
let ms = 0
beforeAll(async () => {
  house = await openTestApp({ directory: 'none' })
  return house.close
})
beforeEach(async () => {
  ms = 0
  server = await startMailServer()
})
afterEach(async () => {
  await server.close()
  house.clock.moveTo('2026-11-02T09:00:00Z')
  await sql`delete from platform_mailing`.execute(house.context.database)
  await sql`delete from platform_mailing_worker`.execute(house.context.database)
})

/** One process among several. */
function open() {
  const settings = { ...house.application.settings, databaseUrl: 'postgres://shared' }
  return createMailingDeliverer(
    { ...house.application, settings },
    openSending(settings, server.url, () => ms),
  )
}

const prepare = (readers: Partial<MailingReader>[]) => prepareSampleMailing(house, readers)
const many = (count: number) => Array.from({ length: count }, () => ({}))
const start = (id: string) => steerMailing(house.context, id, 'sending')
const report = (id: string) => reportMailing(house.context, id)
const idOf = (raw: Buffer) => /^Message-ID: (.*)$/im.exec(raw.toString('latin1'))?.[1]
const ids = () => server.received.map(({ raw }) => idOf(raw))

it('sends what a process that died had taken up, under the same Message-ID; no clock declares anybody dead', async () => {
  const id = await prepare(many(20))
  await start(id)
  server.behave('hang')
  const hanging = open().deliverDue()
  await expect.poll(() => server.attempts).toBe(5)
  server.behave('accept')
  house.clock.advance({ hours: 10 })
  const other = open()
  expect(await other.deliverDue()).toBe(0)
  for (let second = 0; second < 120; second += 15) {
    ms += 15_000
    await other.beat()
  }
  expect(await other.deliverDue()).toBe(20)
  expect(new Set(ids()).size).toBe(20)
  await server.close()
  await hanging
  // What the first one hears at last changes nothing.
  expect(await report(id)).toEqual({ state: 'done', waiting: 0, sent: 20, soft: 0, hard: 0 })
  server = await startMailServer()
})

it('loses nothing and repeats one a connection at most when the mail server is cut again and again', async () => {
  const id = await prepare(many(200))
  await start(id)
  const deliverer = open()
  let cuts = 0
  for (let round = 0; round < 40 && (await report(id))?.state !== 'done'; round++) {
    const before = server.received.length
    const delivering = deliverer.deliverDue()
    if (cuts < 4) {
      await expect.poll(() => server.received.length).toBeGreaterThan(before + 10)
      cuts++
      // Before the message, and after it instead of the answer.
      server.behave(cuts % 2 === 0 ? 'close' : 'forget')
      await delivering
      server.behave('accept')
    } else await delivering
    house.clock.advance({ hours: 1 })
    ms += 3_600_000
  }
  const distinct = new Set(ids()).size
  const twice = server.received.length - distinct
  process.stderr.write(
    `mail server cut ${cuts} times: received ${server.received.length}, twice ${twice}, lost ${200 - distinct}\n`,
  )
  expect(distinct).toBe(200)
  expect(twice).toBeLessThanOrEqual(cuts * 5)
  expect(await report(id)).toEqual({ state: 'done', waiting: 0, sent: 200, soft: 0, hard: 0 })
}, 60_000)

it.skipIf(inject('databaseServer') === null)(
  'loses and repeats nothing when the database goes away and comes back',
  async () => {
    const id = await prepare(many(200))
    await start(id)
    const deliverer = open()
    const sending = (async () => {
      for (let round = 0; round < 100; round++) {
        await deliverer.deliverDue().catch(() => 0)
        const state = await report(id).catch(() => null)
        if (state?.state === 'done') return
      }
    })()
    const cuts = 4
    for (let cut = 1; cut <= cuts; cut++) {
      await expect.poll(() => server.received.length, { interval: 2 }).toBeGreaterThan(cut * 25)
      await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
    `.execute(house.context.database)
    }
    await sending
    const distinct = new Set(ids()).size
    process.stderr.write(
      `database cut ${cuts} times: received ${server.received.length}, twice ${server.received.length - distinct}, lost ${200 - distinct}\n`,
    )
    expect([server.received.length, distinct]).toEqual([200, 200])
    expect(await report(id)).toEqual({ state: 'done', waiting: 0, sent: 200, soft: 0, hard: 0 })
  },
  60_000,
)
