import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, inject, it, onTestFinished } from 'vitest'
import { countLetters, many, tell } from '../../../../test/support/open-mailings.ts'
import { openStoppedCluster } from '../../../../test/support/open-stopped-cluster.ts'
import { prepareSampleMailing } from '../../../../test/support/sample-mailing.ts'
import { startMailServer } from '../../../../test/support/smtp-server.ts'
import { systemClock } from '../../context/clock.ts'
import type { Context } from '../../context/context.ts'
import { openDatabase } from '../../database/open-database.ts'
import { readSettings } from '../../settings/settings.ts'
import { openSending } from '../delivery/sending.ts'
import { reportMailing, steerMailing } from './mailing.ts'
import { createMailingDeliverer } from './mailing-deliverer.ts'

const letters = 300
const stops = 3

// A server of its own: no other test may use one that is stopped.
it.runIf(inject('databaseServer'))(
  'loses and repeats nothing when the database server is stopped in the middle, and started again',
  async () => {
    const cluster = await openStoppedCluster()
    const server = await startMailServer()
    onTestFinished(server.close)
    const settings = readSettings({ DATABASE_URL: cluster.url, SMTP_URL: server.url, DEMO: 'none' })
    const { connection: database, close } = await openDatabase(settings)
    const context: Context = {
      actor: { kind: 'operator' },
      clock: systemClock,
      database,
      today: '2026-11-02',
    }
    const id = await prepareSampleMailing({ context, clock: systemClock }, many(letters))
    await steerMailing(context, id, 'sending')
    const fixture = { settings, database, clock: systemClock, log: pino({ level: 'silent' }) }
    const deliverer = createMailingDeliverer(fixture, openSending(settings, server.url))
    let isDone = false
    const sending = (async () => {
      while (!isDone) {
        await deliverer.deliverDue().catch(() => wait(20))
        isDone = (await reportMailing(context, id).catch(() => null))?.state === 'done'
      }
    })()
    for (let stop = 1; stop <= stops; stop++) {
      await expect.poll(() => server.received.length, { interval: 1 }).toBeGreaterThan(stop * 40)
      await cluster.stopAtOnce()
      await wait(300)
      await cluster.startAgain()
    }
    await sending
    await deliverer.end()
    const counted = countLetters(server)
    tell(`database server stopped ${stops} times`, letters, counted)
    expect(counted).toEqual({ received: letters, distinct: letters, twice: 0 })
    expect(await reportMailing(context, id)).toEqual({
      state: 'done',
      waiting: 0,
      sent: letters,
      soft: 0,
      hard: 0,
    })
    await close()
  },
  120_000,
)
