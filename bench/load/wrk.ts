import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { cpuMsOf } from './process-stat.ts'

export interface Load {
  /** Address of the server, on this machine. */
  url: string
  /** Paths asked for one after the other, again and again. */
  paths: readonly string[]
  /** Where in the list to begin. */
  from: number
  connections: number
  seconds: number
}

export interface Answered {
  requests: number
  perSecond: number
  p50Ms: number
  p99Ms: number
  /** Answers other than 2xx and 3xx, and connections that broke. */
  failed: number
  /** Share of one core that the load generator itself used, 0 to 1. */
  ownShare: number
}

/** Sends requests from one thread of wrk for some seconds and returns the result. Loopback only. */
export async function sendLoad({ url, paths, from, connections, seconds }: Load): Promise<Answered> {
  if (!/^http:\/\/(localhost|127\.0\.0\.1):\d+$/.test(url))
    throw new Error(`Load is sent to this machine only, not to ${url}`)
  const folder = mkdtempSync(join(tmpdir(), 'entente-load-'))
  const list = join(folder, 'paths')
  writeFileSync(list, paths.map((path) => `${path}\n`).join(''))
  const script = fileURLToPath(new URL('./addresses.lua', import.meta.url))
  try {
    const child = spawn(
      'wrk',
      [
        '-t1',
        `-c${connections}`,
        `-d${seconds}s`,
        '--timeout',
        '10s',
        '-s',
        script,
        url,
        '--',
        list,
        String(from),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    const [output, exit, ownShare] = await Promise.all([
      buffer(child.stdout),
      ended,
      shareOf(child.pid ?? 0, ended),
    ])
    const line = /^\{.*\}$/m.exec(output.toString())?.[0]
    if (exit !== 0 || line === undefined) throw new Error(`wrk ended with ${exit}: ${output}`)
    const read: { requests: number; microseconds: number; p50: number; p99: number; failed: number } =
      JSON.parse(line)
    return {
      requests: read.requests,
      perSecond: read.requests / (read.microseconds / 1e6),
      p50Ms: read.p50 / 1000,
      p99Ms: read.p99 / 1000,
      failed: read.failed,
      ownShare,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// A process that has ended cannot be asked for its time: the last look before that counts.
async function shareOf(pid: number, ended: Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  let isRunning = true
  let share = 0
  const stopped = ended.then(() => {
    isRunning = false
  })
  while (isRunning) {
    await Promise.race([wait(100), stopped])
    const used = cpuMsOf(pid)
    if (used !== null && isRunning) share = used / (performance.now() - startedAt)
  }
  return share
}
