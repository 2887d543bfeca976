/** The milliseconds of a processor that a piece of work takes, whatever else the machine does meanwhile. */
export function threadMs(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}

/** Watches how long this thread works without a pause; the answer ends it with the longest time, in milliseconds of a processor. */
export function watchTurns(): () => number {
  let longest = 0
  let before = process.threadCpuUsage()
  const look = () => {
    const { user, system } = process.threadCpuUsage(before)
    longest = Math.max(longest, (user + system) / 1_000)
    before = process.threadCpuUsage()
  }
  const timer = setInterval(look, 2)
  return () => {
    look()
    clearInterval(timer)
    return longest
  }
}
