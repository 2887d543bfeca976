import { type DestinationStream, type Logger, pino } from 'pino'
import { Refusal } from '../refusal.ts'

/**
 * The log of the server. A refusal is no fault wherever it comes from: one that is thrown after its answer has gone reaches
 * no error handler, and the HTTP library would log it as a failure.
 */
export function openLog(level: string, destination: DestinationStream): Logger {
  const logMethod = function (this: Logger, given: Parameters<pino.LogFn>, method: pino.LogFn) {
    const refusal = refusalIn(given[0])
    if (refusal === null) method.apply(this, given)
    else this.info({ reason: refusal.reason }, 'refused after the answer')
  }
  return pino({ level, hooks: { logMethod } }, destination)
}

function refusalIn(given: unknown): Refusal | null {
  if (typeof given !== 'object' || given === null || !('err' in given)) return null
  return given.err instanceof Refusal ? given.err : null
}
