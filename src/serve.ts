import { pino } from 'pino'
import { createApp, createApplication } from './app.tsx'
import { addDemonstrationLinks } from './features/demonstration/index.ts'
import { features } from './features/index.ts'
import { outboxWithKey } from './features/outbox/index.ts'
import { openControl } from './platform/cli/control.ts'
import { showProgress } from './platform/cli/process-terminal.ts'
import { stopWithOneLine } from './platform/cli/stop.ts'
import { systemClock } from './platform/context/clock.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { keepHeapClose } from './platform/heap-growth.ts'
import type { Application } from './platform/http/application.ts'
import { checkPort } from './platform/http/free-port.ts'
import { openLog } from './platform/http/open-log.ts'
import { giveBackIdleMemory } from './platform/idle-memory.ts'
import { type Jobs, startJobs } from './platform/jobs/jobs.ts'
import { logQueueErrors } from './platform/jobs/queue-errors.ts'
import { snapshotJob } from './platform/jobs/snapshot-job.ts'
import { startDelivery } from './platform/mail/delivery/delivery-loop.ts'
import { mailAnswersJob } from './platform/mail/inbound/answers-job.ts'
import { mailRemovalJob } from './platform/mail/removal-job.ts'
import { notifyOfReturnsJob } from './platform/mail/returns/notify-returns.ts'
import { mailReturnsJob } from './platform/mail/returns/returns-job.ts'
import { isOpenDemonstration } from './platform/settings/open-demonstration.ts'
import { readSettings } from './platform/settings/settings.ts'
import { clearScratch } from './platform/storage/spool.ts'
import { unusedFilesJob } from './platform/storage/unused-files.ts'
import { prepare } from './prepare.ts'
import { runCommand } from './run-command.ts'

/** Starts the web server, the worker or both, as ROLE says; whatever prevents it is one line and exit 1. */
export async function serve(environment: Record<string, string | undefined>): Promise<void> {
  try {
    await start(environment)
  } catch (error) {
    stopWithOneLine(error)
  }
}

async function start(environment: Record<string, string | undefined>): Promise<void> {
  keepHeapClose()
  const settings = readSettings(environment)
  const log = openLog(settings.logLevel, pino.destination(2))
  const database = await openDatabase(settings, systemClock)
  database.onBroken(stopWithOneLine)
  if (database.restoredFrom)
    log.warn(`The embedded database would not open; restored the snapshot ${database.restoredFrom}`)
  if (settings.role !== 'worker') await checkPort(settings)
  let jobs: Jobs | null = null
  const stopping = new AbortController()
  const parts = { settings, database, log, jobs: () => jobs, stopping: stopping.signal }
  const application = createApplication(parts)
  await application.storage.check()
  await clearScratch(application.storage.scratch, application.clock)
  await prepare(application, showProgress(process.stderr))
  const snapshots = database.isEmbedded ? [snapshotJob(application, database)] : []
  jobs = await startJobs(database, {
    jobs: [
      ...snapshots,
      mailRemovalJob(application),
      mailReturnsJob(application),
      mailAnswersJob(application),
      notifyOfReturnsJob(application),
      unusedFilesJob(application),
      ...features.flatMap((feature) => feature.jobs?.(application) ?? []),
    ],
    works: settings.role !== 'web',
    onError: logQueueErrors(log),
  })
  const delivery = settings.role === 'web' ? null : startDelivery(application)
  const app =
    settings.role === 'worker'
      ? null
      : await createApp({ ...parts, database: { ...database, connection: database.answering } })
  const control = database.isEmbedded
    ? await openControl(settings, (...call) => runCommand(application, ...call))
    : null
  await app?.listen({ port: settings.port, host: settings.host })
  giveBackIdleMemory()

  let ways: Promise<string> | null = null
  const stop = async (signal: string) => {
    log.info(`${signal}: closing`)
    stopping.abort(new Error('The server stops'))
    await ways?.catch(() => undefined)
    await app?.close()
    await control?.close()
    await Promise.all([jobs?.stop(), delivery?.stop()])
    for (const snapshot of snapshots) await snapshot.run(null)
    await database.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal))
  process.stdout.write(app ? `Entente is ready: ${settings.baseUrl}\n` : 'Entente works on what is due\n')
  if (!app || !isOpenDemonstration(settings)) return
  ways = waysIntoDemonstration(application, settings.demo)
  // It serves already: a database that goes away just now is no reason to stop.
  const printed = await ways.catch((error: unknown) => {
    log.error({ err: error }, 'links into the demonstration')
    return ''
  })
  process.stdout.write(printed)
}

// Only where the reader of the screen sits before it: these links let anybody in.
async function waysIntoDemonstration(application: Application, name: string): Promise<string> {
  const links = await addDemonstrationLinks(application, name)
  if (links.length === 0) return ''
  const { baseUrl } = application.settings
  return `
Sign in to the demonstration as (each link works once, within 15 minutes):
${links.join('\n')}
Later: ask for a link at ${baseUrl}/fr/sign-in with an address of ${baseUrl}/fr/${name}/people, or by
"npx entente sign-in-link EMAIL". Mails are read in the outbox, which this key opens and your browser then keeps:
${outboxWithKey(application, name)}
`
}
