// Sends letters to many as the worker does, until it is killed: on the database of its environment, to SMTP_URL. Lengths of
// time pass ten times as fast.
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { systemClock } from '../../src/platform/context/clock.ts'
import { openUnmigrated } from '../../src/platform/database/open-database.ts'
import { openSending } from '../../src/platform/mail/delivery/sending.ts'
import { createMailingDeliverer } from '../../src/platform/mail/mailing/mailing-deliverer.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'

const settings = readSettings(process.env)
const { connection: database } = await openUnmigrated(settings)
const fixture = { settings, database, clock: systemClock, log: pino({ level: 'silent' }) }
const sending = openSending(settings, settings.smtpUrl ?? '', () => performance.now() * 10)
const deliverer = createMailingDeliverer(fixture, sending)

async function repeat(work: () => Promise<unknown>): Promise<never> {
  for (;;) {
    await work().catch(() => undefined)
    await wait(200)
  }
}

process.on('disconnect', () => process.exit())
process.send?.('ready')
await Promise.all([repeat(deliverer.deliverDue), repeat(deliverer.beat)])
