import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import type { Network } from '../../networks/index.ts'

/** The languages on offer at the meetings of a network: its own, and those of the site. */
export function spokenIn({ languages }: Pick<Network, 'languages'>): string[] {
  return [...new Set([...languages, ...interfaceLanguages])]
}
