import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const everyMs = 15_000
// Share of the time in which the process has worked: below it, a pause of a tenth of a second delays nobody.
const idleShare = 0.05
const worthBytes = 20_000_000

/**
 * Gives memory back to the system while nothing is asked: a start or a burst of work leaves the engine with more than
 * half of what it holds unused, and by itself it keeps that for the next burst.
 */
export function giveBackIdleMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as NodeJS.GCFunction
  let seen = performance.eventLoopUtilization()
  let least = 0
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, seen)
    seen = now
    if (utilization > idleShare || process.memoryUsage.rss() < least + worthBytes) return
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    least = process.memoryUsage.rss()
  }, everyMs)
  timer.unref()
}
