import type { Settings } from '../../settings/settings.ts'
import { type DkimKey, loadDkimKey } from '../dkim-key.ts'
import { createDomains, type Domains } from './domains.ts'
import type { Monotonic } from './rests.ts'
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
