/**
 * The processor milliseconds that a piece of work takes, whatever else the machine does meanwhile, reckoned for a machine that counts a
 * hundred million steps in 0.3 s: a slower one is not held against the work.
 */
export function threadMs(work: () => unknown): number {
  const before = slowness()
  const took = spentMs(work)
  return took / Math.max(before, slowness())
}

/** The processor time of work that waits now and then, reckoned likewise; it includes other work of this process meanwhile. */
export async function reckonedMs(work: () => Promise<unknown>): Promise<number> {
  const before = slowness()
  const begun = process.threadCpuUsage()
  await work()
  const took = msSince(begun)
  return took / Math.max(before, slowness())
}

const steps = 20_000_000
const usualMs = 60

/** How many times slower than usual this machine is just now, at least 1: a hired machine is shared, and slows down for hours. */
function slowness(): number {
  const took = Math.min(spentMs(count), spentMs(count))
  return Math.max(1, took / usualMs)
}

function count(): number {
  let sum = 0
  for (let step = 0; step < steps; step++) sum = (sum * 31 + step) | 0
  return sum
}

function spentMs(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  return msSince(before)
}

function msSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}

/**
 * Watches how long this thread works without a pause; the answer ends it with the longest time, in milliseconds of a processor, reckoned
 * likewise.
 */
export function watchTurns(): () => number {
  const slownessBefore = slowness()
  let longest = 0
  let before = process.threadCpuUsage()
  const look = () => {
    longest = Math.max(longest, msSince(before))
    before = process.threadCpuUsage()
  }
  const timer = setInterval(look, 2)
  return () => {
    look()
    clearInterval(timer)
    return longest / Math.max(slownessBefore, slowness())
  }
}
