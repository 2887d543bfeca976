import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import type { Network } from '../../networks/index.ts'

/** What may be spoken at the meetings of a network: its languages, and those of the site. */
export function spokenIn({ languages }: Pick<Network, 'languages'>): string[] {
  return [...new Set([...languages, ...interfaceLanguages])]
}
