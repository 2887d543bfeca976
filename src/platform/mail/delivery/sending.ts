import type { MailRate } from '../../settings/mail-settings.ts'
import type { Settings } from '../../settings/settings.ts'
import { type DkimKey, loadDkimKey } from '../dkim-key.ts'
import { isDomainsFault } from './failure.ts'
import { createRates, createRests, type Monotonic } from './rates.ts'
import { type MailServers, openServers } from './servers.ts'
import { usualConnections } from './transport.ts'

/** The means by which mails leave, single ones and letters alike. */
export interface Sending {
  key: DkimKey | null
  servers: MailServers
  domains: Domains
  monotonic: Monotonic
  /** To each mail server; also the number of mails that may be on their way at once. */
  connections: number
}

export function openSending(
  settings: Settings,
  smtpUrl: string,
  monotonic: Monotonic = () => performance.now(),
  connections = usualConnections,
): Sending {
  return {
    key: loadDkimKey(settings),
    servers: openServers(smtpUrl, settings.mailRates, monotonic, connections),
    domains: createDomains(settings.mailRates, monotonic),
    monotonic,
    connections,
  }
}

const shortestRestMs = 60_000
const longestRestMs = 24 * 3_600_000
// One full mail box is no reason to delay everybody else at its domain.
const mostInARow = 3

interface Domains {
  /** Domains to which nothing goes now: they rest, or have used up their rate. */
  closed(): string[]
  /** Whether a mail may go there now; uses up one of its rate. */
  take(domain: string): boolean
  worked(domain: string): void
  failed(domain: string, error: unknown): void
}

/** The domains of recipients: which of them may be sent to, by their rates and by how they answered. */
function createDomains(rates: readonly MailRate[], now: Monotonic): Domains {
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
