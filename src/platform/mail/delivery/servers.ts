import type { MailRate } from '../../settings/mail-settings.ts'
import { domainOf } from '../dkim-key.ts'
import { HeldBack, type ReadyMessage } from './connection.ts'
import { isServersFault, readFailure, wasNeverTaken } from './failure.ts'
import { createRates, createRests, type Monotonic } from './rates.ts'
import { openTransport, type Transport, usualConnections } from './transport.ts'

const shortestRestMs = 10_000
const longestRestMs = 15 * 60_000
// A server that tells so many domains to come back later means itself.
const mostSoftDomains = 3

export interface MailServers {
  /** Whether one of them would take a mail now. */
  isOpen(): boolean
  /** Throws the last server's refusal; returns false when none could be asked now, or the message was held back. */
  send(message: ReadyMessage): Promise<boolean>
  close(): void
}

interface Server {
  /** As its rate calls it. */
  name: string
  /** Host and port. */
  place: string
  transport: Transport
  softDomains: Set<string>
}

/** The mail servers of SMTP_URL: the first takes everything, each next one what those before cannot take now. */
export function openServers(
  urls: string,
  rates: readonly MailRate[],
  now: Monotonic,
  connections = usualConnections,
): MailServers {
  const servers = urls.split(/\s+/).map((url) => openServer(url, connections))
  const rests = createRests(now, shortestRestMs, longestRestMs)
  const allowed = createRates(rates, 'smtp:*', now)
  const isOpen = ({ name, place }: Server) => !rests.isResting(place) && allowed.has(name)

  function judge(server: Server, error: unknown, domain: string): void {
    if (!readFailure(error).isPermanent) server.softDomains.add(domain)
    if (isServersFault(error) || server.softDomains.size >= mostSoftDomains) rests.begin(server.place)
  }

  return {
    isOpen: () => servers.some(isOpen),
    send: async (message) => {
      const domain = domainOf(message.envelope.to)
      let failure: { error: unknown } | null = null
      for (const server of servers) {
        if (!isOpen(server) || !allowed.take(server.name)) continue
        try {
          await server.transport.send(message)
          rests.forget(server.place)
          server.softDomains.clear()
          return true
        } catch (error) {
          if (error instanceof HeldBack) return false
          judge(server, error, domain)
          failure = { error }
          // Nobody knows whether it took the mail before it went away.
          if (!wasNeverTaken(error)) break
        }
      }
      if (failure) throw failure.error
      return false
    },
    close: () => {
      for (const { transport } of servers) transport.close()
    },
  }
}

function openServer(url: string, connections: number): Server {
  const { hostname, host } = new URL(url)
  return {
    name: `smtp:${hostname.toLowerCase()}`,
    place: host,
    transport: openTransport(url, connections),
    softDomains: new Set(),
  }
}
