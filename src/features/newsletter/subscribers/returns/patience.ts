/** A temporary return: a full mailbox, or a server that refused that day. */
export interface SoftReturn {
  leftAt: Date
}

const mostReturns = 3
const shortestDays = 30

/**
 * Whether temporary returns alone end a subscription: at least three, the first and the last thirty days apart or more, and no letter
 * delivered in between or since.
 */
export function isPatienceOver(softReturns: readonly SoftReturn[], lastThrough: Date | null): boolean {
  const since = softReturns
    .map(({ leftAt }) => leftAt.getTime())
    .filter((at) => lastThrough === null || at > lastThrough.getTime())
  if (since.length < mostReturns) return false
  return Math.max(...since) - Math.min(...since) >= shortestDays * 86_400_000
}
