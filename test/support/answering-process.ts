// Asks, sends and takes answers as the worker does, without a pause, until it is killed: on the database of its environment, by SMTP_URL and
// ANSWERS_URL. Since SINCE (milliseconds) a hundred times as much time has passed from FROM on as on the machine’s clock.
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { createApplication } from '../../src/app.tsx'
import { followQuestions } from '../../src/features/questions/routing/follow.commands.ts'
import { openUnmigrated } from '../../src/platform/database/open-database.ts'
import { createDeliverer } from '../../src/platform/mail/delivery/delivery-loop.ts'
import { openSending } from '../../src/platform/mail/delivery/sending.ts'
import { readAnswers } from '../../src/platform/mail/inbound/answers-job.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'

const { SINCE = '', FROM = '' } = process.env
const speed = 100
const from = Temporal.Instant.from(FROM)
const clock = { now: () => from.add({ milliseconds: (Date.now() - Number(SINCE)) * speed }) }
const settings = readSettings(process.env)
const database = await openUnmigrated(settings)
const application = createApplication({ settings, database, clock, log: pino({ level: 'silent' }) })
const sending = openSending(settings, settings.smtpUrl ?? '', () => performance.now() * speed)
const deliverer = createDeliverer(application, sending)

async function repeat(work: () => Promise<unknown>): Promise<never> {
  for (;;) {
    await work().catch(() => undefined)
    await wait(20)
  }
}

process.on('disconnect', () => process.exit())
process.send?.('ready')
await Promise.all([
  repeat(() => followQuestions(application)),
  repeat(deliverer.deliverDue),
  repeat(() => readAnswers(application, settings.answers.url ?? '')),
])
