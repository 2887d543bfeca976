import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PartnerSearches } from '../../../platform/records/partner-searches.ts'
import { paths } from '../paths.ts'
import type { Looking } from './queries.ts'

/** The page on what an authority looks for: its own words, else its page in the network. */
export type LookingAddress = (looking: Pick<Looking, 'slug' | 'own'>) => string

export function lookingAddress(
  reader: Reader,
  network: string,
  searches: PartnerSearches | null,
): LookingAddress {
  return ({ slug, own }) =>
    own === null || searches === null
      ? paths.organisation(reader, network, slug)
      : searches.addressOf(reader, network, own)
}
