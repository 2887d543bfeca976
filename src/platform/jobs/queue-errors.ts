import type { FastifyBaseLogger } from 'fastify'
import { isAway } from '../database/database-away.ts'

const everyMs = 60_000

/**
 * Writes down what the job queue stumbles over. Each of its thirty queues asks every two seconds: that the database is away is said once
 * a minute, and no fault.
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
