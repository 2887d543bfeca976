/** Something that came back for now: a full box, a server that would not have it that day. */
export interface SoftReturn {
  leftAt: Date
}

const mostReturns = 3
const shortestDays = 30

/**
 * Whether an address is given up on what came back for now alone: three letters, the first and the last of them thirty days apart or more, and
 * none in between or since that went through.
 */
export function isPatienceOver(softReturns: readonly SoftReturn[], lastThrough: Date | null): boolean {
  const since = softReturns
    .map(({ leftAt }) => leftAt.getTime())
    .filter((at) => lastThrough === null || at > lastThrough.getTime())
  if (since.length < mostReturns) return false
  return Math.max(...since) - Math.min(...since) >= shortestDays * 86_400_000
}
