import type { PartnerSearches } from '../../../platform/records/partner-searches.ts'
import { selectOpenSearches, selectSaidInterests } from './looking.queries.ts'
import { paths } from './paths.ts'

/** Wishes as the map of a network and its figures know them: who looks for a partner, and where that is read. */
export const partnerSearches: PartnerSearches = {
  selectOpen: selectOpenSearches,
  selectSaid: selectSaidInterests,
  // Its only one, or its part of the board.
  addressOf: (reader, network, { organisation, slug, count }) =>
    count === 1
      ? paths.wish(reader, network, slug)
      : paths.board(reader, network, { kind: 'search', organisation }),
}
