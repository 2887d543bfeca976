import type { Context } from '../../../platform/context/context.ts'
import type { PartnerSearches } from '../../../platform/records/partner-searches.ts'
import { listMemberships, type Membership, type Network } from '../../networks/index.ts'
import { cooperationFilter } from '../cooperations/cooperation-filter.ts'
import { listCooperations } from '../cooperations/queries.ts'
import type { CooperationSummary } from '../cooperations/summary.queries.ts'
import { type Looking, listLooking } from '../interests/queries.ts'
import { countFigures, type Figures } from '../queries.ts'

export interface HomeData {
  figures: Figures
  /** Listed cooperations for the map, by name: the first ones if there are very many. */
  mapped: CooperationSummary[]
  /** Authorities that look for a partner, for the map: the first ones if there are very many. */
  looking: Looking[]
  memberships: Membership[]
}

/** A map of more ties would be unreadable. */
export const mappedAtMost = 200

/** Gathers the first page of a network as known on the context's day. */
export async function findHome(
  context: Context,
  network: Network,
  side: 'first' | 'second',
  searches: PartnerSearches | null,
): Promise<HomeData> {
  const [figures, mapped, looking, memberships] = await Promise.all([
    countFigures(context, network.id, searches),
    listCooperations(context, network.id, cooperationFilter.read({}), { limit: mappedAtMost }, side),
    listLooking(context, network.id, searches, mappedAtMost),
    listMemberships(context, network.id),
  ])
  return { figures, mapped, looking, memberships }
}
