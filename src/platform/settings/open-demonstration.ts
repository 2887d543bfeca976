import { isLoopback } from './loopback.ts'
import type { Settings } from './settings.ts'

/**
 * Whether this is a demonstration that only this machine reaches: what nobody else may see, such as the mails that sign
 * people in, is open then. A public address (BASE_URL) means that the server is behind a proxy, whatever HOST says.
 */
export function isOpenDemonstration({ demo, host, baseUrl }: Settings): boolean {
  return demo !== 'none' && isLoopback(host) && isLoopback(new URL(baseUrl).hostname)
}
