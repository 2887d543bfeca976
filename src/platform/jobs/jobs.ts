import { fromKysely, PgBoss } from 'pg-boss'
import type { Connection } from '../database/connection.ts'
import type { OpenDatabase } from '../database/open-database.ts'

export interface Job {
  /** Queue name: feature and what is done, `platform.snapshot`. */
  name: string
  /** Five cron fields, read in UTC; none for jobs that are only sent. */
  cron?: string
  /** Whether it runs at each start too: nobody waits for the clock for what is due already. */
  atStart?: boolean
  run(data: unknown): Promise<void>
}

export interface Jobs {
  /** Sends a job inside a transaction: it is kept or lost with the change that asks for it. */
  send(transaction: Connection, name: string, data?: object): Promise<void>
  /** Whether it works on jobs that are due. A process that only sends can do so whenever the database answers. */
  isHealthy(): boolean
  stop(): Promise<void>
}

export interface JobsOptions {
  jobs: Job[]
  /** False for a process that only sends. */
  works: boolean
  onError(error: unknown): void
}

const pollingIntervalSeconds = 5
// Every look at a queue that cannot be read fails: several without a failure went well.
const quietMs = 3 * pollingIntervalSeconds * 1000

/** Starts the queue in the same database as everything else. */
export async function startJobs(database: OpenDatabase, options: JobsOptions): Promise<Jobs> {
  let failedAt = Number.NEGATIVE_INFINITY
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.executeSql(text, values) },
    schema: 'jobs',
    supervise: options.works,
    schedule: options.works,
    monitorVacuum: false,
  })
  boss.on('error', (error) => {
    failedAt = performance.now()
    options.onError(error)
  })
  await boss.start()
  for (const job of options.jobs) {
    await boss.createQueue(job.name)
    if (!options.works) continue
    await boss.work(job.name, { pollingIntervalSeconds }, async (batch) => {
      for (const each of batch) await job.run(each.data)
    })
    if (job.cron) await boss.schedule(job.name, job.cron)
    if (job.atStart) await boss.send(job.name)
  }
  return {
    send: async (transaction, name, data) => {
      await boss.send(name, data ?? {}, { db: fromKysely(transaction) })
    },
    isHealthy: () => !options.works || performance.now() - failedAt > quietMs,
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
