import { cpuMsOf } from './process-stat.ts'
import type { Run } from './rounds.ts'
import { type Load, sendLoad } from './wrk.ts'

/** Sends load to a process and returns the result, with the processor time that it cost the process. */
export async function sendTo(pid: number, load: Load): Promise<Run & { requests: number }> {
  const before = cpuMsOf(pid) ?? 0
  const answered = await sendLoad(load)
  const used = (cpuMsOf(pid) ?? before) - before
  if (answered.failed > 0)
    throw new Error(`${answered.failed} of ${answered.requests} requests to ${load.url} failed`)
  const { requests, perSecond, p50Ms, p99Ms, ownShare } = answered
  return { requests, perSecond, p50Ms, p99Ms, cpuMs: used / requests, generatorShare: ownShare }
}
