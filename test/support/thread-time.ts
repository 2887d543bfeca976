/** The milliseconds of a processor that a piece of work takes, whatever else the machine does meanwhile. */
export function threadMs(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}
