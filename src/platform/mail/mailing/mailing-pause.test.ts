import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { many, openMailings } from '../../../../test/support/open-mailings.ts'
import { steerMailing } from './mailing.ts'

const mailings = openMailings()
const { open, prepare, start, report, counted } = mailings
const connections = 5

async function untilSome(): Promise<void> {
  await expect.poll(() => mailings.server.received.length, { interval: 1 }).toBeGreaterThan(20)
}

it('stops at a pause after the letter under way on each connection, and goes on where it was', async () => {
  const { testApp } = mailings
  const id = await prepare(many(300))
  await start(id)
  const deliverer = open()
  const delivering = deliverer.deliverDue()
  await untilSome()
  await steerMailing(testApp.context, id, 'paused')
  const atPause = counted().received
  await delivering
  expect(counted().received).toBeLessThanOrEqual(atPause + connections)
  expect(counted().received).toBeLessThan(300)
  expect(await report(id)).toMatchObject({ state: 'paused', sent: counted().received })
  // Given back as if they had never been taken up.
  const { rows } = await sql`
    select count(*)::int as count from platform_mailing_reader
    where state = 'waiting' and (claimed_by is not null or attempts <> 0)
  `.execute(testApp.context.database)
  expect(rows).toEqual([{ count: 0 }])
  await start(id)
  await deliverer.deliverDue()
  expect(counted()).toEqual({ received: 300, distinct: 300, twice: 0 })
  expect(await report(id)).toEqual({ state: 'done', waiting: 0, sent: 300, soft: 0, hard: 0 })
})

it('stops one that is cancelled as soon, while another goes on', async () => {
  const { testApp, server } = mailings
  const [cancelled, other] = [await prepare(many(200)), await prepare(many(200))]
  await start(cancelled)
  await start(other)
  const delivering = open().deliverDue()
  await untilSome()
  await steerMailing(testApp.context, cancelled, 'cancelled')
  const of = (id: string) => server.received.filter(({ raw }) => raw.includes(`<${id}.`)).length
  const atEnd = of(cancelled)
  await delivering
  expect(of(cancelled)).toBeLessThanOrEqual(atEnd + connections)
  expect(of(other)).toBe(200)
  expect(await report(cancelled)).toMatchObject({ state: 'cancelled', sent: of(cancelled) })
  expect(await report(other)).toMatchObject({ state: 'done', sent: 200 })
})

it('sends nothing more of a mailing that is removed meanwhile', async () => {
  const { testApp } = mailings
  const id = await prepare(many(300))
  await start(id)
  const delivering = open().deliverDue()
  await untilSome()
  await sql`delete from platform_mailing where mailing_id = ${id}`.execute(testApp.context.database)
  const atEnd = counted().received
  await delivering
  expect(counted().received).toBeLessThanOrEqual(atEnd + connections)
})
