import type { FastifyBaseLogger } from 'fastify'
import { isAway } from '../database/database-away.ts'

const everyMs = 60_000

/**
 * Logs the errors of the job queue. Each of its thirty queues asks every two seconds: a database that is away is logged once
 * a minute, and not as a fault.
 */
export function logQueueErrors(log: Pick<FastifyBaseLogger, 'error' | 'warn'>): (error: unknown) => void {
  let silentUntil = 0
  return (error) => {
    if (!isAway(error)) return log.error({ err: error }, 'job queue')
    if (performance.now() < silentUntil) return
    silentUntil = performance.now() + everyMs
    log.warn({ err: error }, 'the job queue does not reach the database')
  }
}
