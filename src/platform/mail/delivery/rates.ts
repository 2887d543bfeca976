import type { MailRate } from '../../settings/mail-rates.ts'
import type { Monotonic } from './rests.ts'

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
