import { buildBare } from '../bare/build-bare.ts'
import { startChild } from './child.ts'
import { sendTo } from './send-to.ts'
import { nextPort } from './site.ts'

/**
 * Requests that node:http answers a second, two bytes over 16 connections, on the machine on which comparable systems were
 * measured (24 November 2026, two cores, the load from the same machine): all promises in milliseconds refer to it.
 */
export const usualPerSecond = 66_000

export interface MachinePace {
  /** How many times longer work takes here, just now, than on the usual machine: at least 1. Takes a second and a half. */
  slowness(): Promise<number>
  stop(): Promise<void>
}

/** Measures how fast this machine is: a shared one is at times three times slower than at others, from one minute to the next. */
export async function openMachinePace(): Promise<MachinePace> {
  const port = nextPort()
  const child = await startChild(await buildBare('bare-reply'), [String(port)])
  const load = { url: `http://localhost:${port}`, paths: ['/'], from: 0, connections: 16 }
  await sendTo(child.pid, { ...load, seconds: 3 })
  return {
    slowness: async () => {
      const { perSecond } = await sendTo(child.pid, { ...load, seconds: 1 })
      return Math.max(1, usualPerSecond / perSecond)
    },
    stop: () => child.stop(),
  }
}
