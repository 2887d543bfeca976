/** Milliseconds on a clock that nobody sets: for lengths of time, which no change of the hour may stretch. */
export type Monotonic = () => number

export interface Rests {
  isResting(name: string): boolean
  /** Lets it rest, each time in a row four times as long as before. */
  begin(name: string): void
  /** It works: the next rest is a short one again. */
  forget(name: string): void
  resting(): string[]
}

/** What rests after it has failed, by name: mail servers, domains of recipients. */
export function createRests(now: Monotonic, shortestMs: number, longestMs: number): Rests {
  const rests = new Map<string, { until: number; lastMs: number }>()
  const isResting = (name: string) => (rests.get(name)?.until ?? Number.NEGATIVE_INFINITY) > now()
  return {
    isResting,
    begin: (name) => {
      // Several that were under way fail together: that counts as one failure.
      if (isResting(name)) return
      const before = rests.get(name)
      const lastMs = before ? Math.min(before.lastMs * 4, longestMs) : shortestMs
      rests.set(name, { until: now() + lastMs, lastMs })
    },
    forget: (name) => rests.delete(name),
    resting: () => [...rests.keys()].filter(isResting),
  }
}
