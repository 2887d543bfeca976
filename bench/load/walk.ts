import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from '../report/statistics.ts'
import { cpuMsOf } from './process-stat.ts'
import type { Run } from './rounds.ts'

interface Walk {
  /** Address of the site without a final slash. */
  url: string
  paths: readonly string[]
}

/**
 * Asks for each of some pages once, in their order, so many at a time: measures pages drawn for the first time, which a load
 * that lasts some seconds would mix with those that it asks for again.
 */
export function walkOnce(pid: number, walk: Walk & { connections: number }): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: walk.connections })
  return measure(pid, walk, agent, async (ask) => {
    let next = 0
    const goOn = async () => {
      while (next < walk.paths.length) await ask(next++, performance.now())
    }
    await Promise.all(Array.from({ length: walk.connections }, goOn))
  })
}

/**
 * Asks for pages as readers who arrive at a steady pace, even while others still wait. Times count from each arrival, so that a
 * slow page shows in the times of all who arrived behind it.
 */
export function walkAtPace(pid: number, walk: Walk & { perSecond: number }): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  return measure(pid, walk, agent, async (ask) => {
    const startedAt = performance.now()
    const asked: Promise<void>[] = []
    for (const index of walk.paths.keys()) {
      const due = startedAt + (index * 1000) / walk.perSecond
      const early = due - performance.now()
      if (early > 1) await wait(early)
      asked.push(ask(index, due))
    }
    await Promise.all(asked)
  })
}

async function measure(
  pid: number,
  { url, paths }: Walk,
  agent: Agent,
  go: (ask: (index: number, since: number) => Promise<void>) => Promise<void>,
): Promise<Run> {
  const times: number[] = []
  const [used, own, startedAt] = [cpuMsOf(pid) ?? 0, process.cpuUsage(), performance.now()]
  await go(async (index, since) => {
    await readPage(agent, url + (paths[index] ?? ''))
    times.push(performance.now() - since)
  })
  const ms = performance.now() - startedAt
  const { user, system } = process.cpuUsage(own)
  agent.destroy()
  return {
    perSecond: (paths.length * 1000) / ms,
    cpuMs: ((cpuMsOf(pid) ?? used) - used) / paths.length,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    generatorShare: (user + system) / 1000 / ms,
  }
}

function readPage(agent: Agent, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (answer) => {
      answer.resume()
      answer.once('error', reject)
      answer.once('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${address} answered ${answer.statusCode}`)),
      )
    }).once('error', reject)
  })
}
