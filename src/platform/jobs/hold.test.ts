import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { type OpenTestDatabase, openTestDatabase } from '../../../test/support/open-test-database.ts'
import { systemClock } from '../context/clock.ts'
import { HoldLost, whileHolding } from './hold.ts'

let opened: OpenTestDatabase
beforeAll(async () => {
  opened = await openTestDatabase({ directory: 'none' }, {}, systemClock)
  return opened.close
})

const quick = { beatMs: 50, deadAfterMs: 400 }
const holders = () => sql`select holder from platform_hold`.execute(opened.database.connection)

it('lets one do the work at a time, and tells the others for whom they wait', async () => {
  const { connection } = opened.database
  const told: string[] = []
  let atOnce = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++atOnce)
    // Longer than the permitted silence: it is heard of meanwhile.
    await wait(600)
    atOnce--
  }
  const waiting = (holder: string) => void told.push(holder)
  await Promise.all([1, 2, 3].map(() => whileHolding(connection, 'test', work, { ...quick, waiting })))
  expect([most, told.length]).toEqual([1, 2])
  expect(told[0]).toMatch(new RegExp(`, process ${process.pid}$`))
  expect((await holders()).rows).toEqual([])
})

it('takes over from one that died, and stops one that was only silent', async () => {
  const { connection } = opened.database
  const silent = whileHolding(connection, 'test', () => wait(2000), { ...quick, waiting: () => undefined })
  const stopped = expect(silent).rejects.toThrow(HoldLost)
  await expect.poll(async () => (await holders()).rows.length).toBe(1)
  await sql`update platform_hold set beat_at = now() - interval '1 minute', holder = 'dead, process 1 (a)'`.execute(
    connection,
  )
  expect(
    await whileHolding(connection, 'test', async () => 'done', { ...quick, waiting: () => undefined }),
  ).toBe('done')
  await stopped
})

it('is given up when the work fails', async () => {
  const { connection } = opened.database
  const failing = async () => {
    throw new Error('no room')
  }
  await expect(
    whileHolding(connection, 'test', failing, { ...quick, waiting: () => undefined }),
  ).rejects.toThrow('no room')
  expect((await holders()).rows).toEqual([])
})
