import type { MailRate } from '../../settings/mail-settings.ts'

// An unused rate is saved up for so long.
const savedSeconds = 5

export interface Rates {
  /** Uses one up; false when there is none. */
  take(name: string): boolean
  has(name: string): boolean
  /** Names of which all is used up for now. */
  usedUp(): string[]
}

/** How many mails may go to each name now; `other` is the rate of names that have none of their own. */
export function createRates(rates: readonly MailRate[], other: string, now: Monotonic): Rates {
  const perSecond = new Map(rates.map((rate) => [rate.name, rate.perSecond]))
  const buckets = new Map<string, { left: number; at: number }>()

  function fill(name: string) {
    const rate = perSecond.get(name) ?? perSecond.get(other)
    if (rate === undefined) return null
    const most = Math.max(1, rate * savedSeconds)
    const before = buckets.get(name) ?? { left: most, at: now() }
    const bucket = { left: Math.min(most, before.left + ((now() - before.at) / 1000) * rate), at: now() }
    buckets.set(name, bucket)
    return bucket
  }
  const has = (name: string) => (fill(name)?.left ?? 1) >= 1
  return {
    has,
    take: (name) => {
      const bucket = fill(name)
      if (bucket === null) return true
      if (bucket.left < 1) return false
      bucket.left -= 1
      return true
    },
    usedUp: () => [...buckets.keys()].filter((name) => !has(name)),
  }
}

/** Milliseconds on a clock that nobody sets: for lengths of time, which no change of the hour may stretch. */
export type Monotonic = () => number

interface Rests {
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
