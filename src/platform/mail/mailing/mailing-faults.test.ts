import { sql } from 'kysely'
import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { many, openMailings, tell } from '../../../../test/support/open-mailings.ts'

const mailings = openMailings()
const { open, prepare, start, report, counted } = mailings
const done = (sent: number) => ({ state: 'done', waiting: 0, sent, soft: 0, hard: 0 })

it('sends what a process that died had taken up, under the same Message-ID; no clock declares anybody dead', async () => {
  const { server, testApp } = mailings
  const id = await prepare(many(20))
  await start(id)
  server.behave('hang')
  const hanging = open().deliverDue()
  await expect.poll(() => server.attempts).toBe(5)
  server.behave('accept')
  testApp.clock.advance({ hours: 10 })
  const other = open()
  expect(await other.deliverDue()).toBe(0)
  for (let second = 0; second < 120; second += 15) {
    mailings.passUnseen(15_000)
    await other.beat()
  }
  expect(await other.deliverDue()).toBe(20)
  expect(counted().distinct).toBe(20)
  await server.close()
  await hanging
  // What the first one hears at last changes nothing.
  expect(await report(id)).toEqual(done(20))
})

it('loses nothing and repeats one a connection at most when the mail server is cut again and again', async () => {
  const { server } = mailings
  // More than leave between two looks, four times.
  const letters = 600
  const id = await prepare(many(letters))
  await start(id)
  const deliverer = open()
  let cuts = 0
  for (let round = 0; round < 40 && (await report(id))?.state !== 'done'; round++) {
    const before = server.received.length
    const delivering = deliverer.deliverDue()
    if (cuts < 4) {
      await expect.poll(() => server.received.length, { interval: 1 }).toBeGreaterThan(before + 10)
      cuts++
      // Before the message, and after it instead of the answer.
      server.behave(cuts % 2 === 0 ? 'close' : 'forget')
      await delivering
      server.behave('accept')
    } else await delivering
    mailings.pass({ hours: 1 })
  }
  tell(`mail server cut ${cuts} times`, letters, counted())
  expect(counted().distinct).toBe(letters)
  expect(counted().twice).toBeLessThanOrEqual(cuts * 5)
  expect(await report(id)).toEqual(done(letters))
}, 60_000)

it('goes on where it was when the mail server has been away', async () => {
  const id = await prepare(many(200))
  await start(id)
  const deliverer = open()
  const delivering = deliverer.deliverDue()
  const { server } = mailings
  await expect.poll(() => server.received.length, { interval: 2 }).toBeGreaterThan(40)
  const port = Number(new URL(server.url).port)
  await server.close()
  const tried = await delivering
  // Of those refused at the closed door, one a connection counts as an attempt, and the server rests.
  expect(tried).toBeLessThan(200)
  expect(await deliverer.deliverDue()).toBe(0)
  const before = [...server.received]
  await mailings.serve({}, port)
  mailings.server.received.push(...before)
  for (let hour = 0; hour < 2; hour++) {
    mailings.pass({ hours: 1 })
    await deliverer.deliverDue()
  }
  tell('mail server away and back', 200, counted())
  expect(counted().distinct).toBe(200)
  expect(counted().twice).toBeLessThanOrEqual(5)
  expect(await report(id)).toEqual(done(200))
}, 60_000)

it('ends as soft what a domain refuses with 421 for ever, asks it seldom, and holds up nobody else', async () => {
  let refusals = 0
  await mailings.serve({
    onRcptTo: ({ address }, _session, answer) => {
      if (!address.endsWith('@never.example')) return answer()
      refusals++
      answer(Object.assign(new Error('4.7.0 Try again later'), { responseCode: 421 }))
    },
  })
  const { testApp } = mailings
  const id = await prepare(many(60).map((_, at) => (at % 2 ? {} : { address: `r${at}@never.example` })))
  await start(id)
  const deliverer = open()
  await deliverer.deliverDue()
  expect(counted()).toEqual({ received: 30, distinct: 30, twice: 0 })
  expect(refusals).toBeLessThanOrEqual(5)
  // Each time that it looks: a claim, an end, and four of its beat, which is due each minute.
  const minutes = 6 * 60
  const queries = await testApp.countQueries(async () => {
    for (let minute = 0; minute < minutes; minute++) {
      mailings.pass({ minutes: 1 })
      await deliverer.deliverDue()
    }
  })
  expect(queries).toBeLessThan(minutes * 7)
  for (let hour = 0; hour < 24 * 6; hour++) {
    mailings.pass({ hours: 1 })
    await deliverer.deliverDue()
  }
  expect(await report(id)).toEqual({ state: 'done', waiting: 0, sent: 30, soft: 30, hard: 0 })
  expect(refusals).toBeLessThanOrEqual(60)
  const { rows } = await sql`select distinct words from platform_mailing_reader where state = 'soft'`.execute(
    testApp.context.database,
  )
  expect(rows).toEqual([{ words: '421 4.7.0 Try again later' }])
}, 120_000)

it('neither loses nor repeats anything when the clock jumps, by an hour or a year, there and back', async () => {
  const { testApp, server } = mailings
  const tomorrow = testApp.clock.now().add({ hours: 24 })
  const id = await prepare(many(200).map((_, at) => (at % 4 ? {} : { dueAt: tomorrow })))
  await start(id)
  const deliverer = open()
  const jumps = [
    '2026-11-02T10:00:00Z',
    '2027-11-02T09:00:00Z',
    '2025-11-02T09:00:00Z',
    '2026-11-02T08:00:00Z',
  ]
  for (const instant of jumps) {
    const before = server.received.length
    const delivering = deliverer.deliverDue()
    if (before < 150) await expect.poll(() => server.received.length, { interval: 1 }).toBeGreaterThan(before)
    testApp.clock.moveTo(instant)
    await deliverer.beat()
    await delivering
  }
  testApp.clock.moveTo('2026-11-03T09:00:00Z')
  await deliverer.deliverDue()
  tell(`clock moved ${jumps.length + 1} times`, 200, counted())
  expect(counted()).toEqual({ received: 200, distinct: 200, twice: 0 })
  expect(await report(id)).toEqual(done(200))
}, 60_000)

it.runIf(inject('databaseServer'))(
  'loses and repeats nothing when the connections to the database are cut',
  async () => {
    const { testApp, server } = mailings
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
    // Not of the pool, whose connection may be one that was just cut.
    const knife = new pg.Client({ connectionString: testApp.application.settings.databaseUrl ?? '' })
    await knife.connect()
    for (let cut = 1; cut <= cuts; cut++) {
      await expect.poll(() => server.received.length, { interval: 2 }).toBeGreaterThan(cut * 25)
      await knife.query(`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
      `)
    }
    await knife.end()
    await sending
    tell(`connections to the database cut ${cuts} times`, 200, counted())
    expect(counted()).toEqual({ received: 200, distinct: 200, twice: 0 })
    expect(await report(id)).toEqual(done(200))
  },
  60_000,
)
