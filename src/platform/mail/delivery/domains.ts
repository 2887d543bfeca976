import type { MailRate } from '../../settings/mail-rates.ts'
import { isDomainsFault } from './failure.ts'
import { createRates } from './rates.ts'
import { createRests, type Monotonic } from './rests.ts'

const shortestRestMs = 60_000
const longestRestMs = 24 * 3_600_000
// One full mail box is no reason to delay everybody else at its domain.
const mostInARow = 3

export interface Domains {
  /** Domains to which nothing goes now: they rest, or have used up their rate. */
  closed(): string[]
  /** Whether a mail may go there now; uses up one of its rate. */
  take(domain: string): boolean
  worked(domain: string): void
  failed(domain: string, error: unknown): void
}

/** The domains of recipients: which of them may be sent to, by their rates and by how they answered. */
export function createDomains(rates: readonly MailRate[], now: Monotonic): Domains {
  const rests = createRests(now, shortestRestMs, longestRestMs)
  const allowed = createRates(rates, '*', now)
  const inARow = new Map<string, number>()
  const worked = (domain: string) => {
    rests.forget(domain)
    inARow.delete(domain)
  }
  return {
    closed: () => [...rests.resting(), ...allowed.usedUp()],
    take: (domain) => !rests.isResting(domain) && allowed.take(domain),
    worked,
    failed: (domain, error) => {
      const fault = isDomainsFault(error)
      if (fault === 'no') return
      const count = (inARow.get(domain) ?? 0) + 1
      inARow.set(domain, count)
      if (fault === 'certainly' || count >= mostInARow) rests.begin(domain)
    },
  }
}
