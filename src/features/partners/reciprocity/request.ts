import type { Context } from '../../../platform/context/context.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { byOwnSide } from '../../directory/index.ts'
import { loadNetworkRequest, type Network, type NetworkRequest } from '../../networks/index.ts'
import { pairsOf } from './ledger.ts'
import { listMetExpectations, listTranslatedTexts, listVisits, type Period } from './queries.ts'

export interface LedgerRequest extends NetworkRequest {
  /** The two countries that are compared, the reader’s own first. */
  pair: readonly [string, string]
  /** All that may be compared in the network. */
  pairs: readonly (readonly [string, string])[]
}

/** Loads the ledger of the network that an address names, for the pair of countries that it names (`FR-KR`), else the first one. */
export async function loadLedgerRequest(visit: Visit): Promise<LedgerRequest> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  const pairs = pairsOf(byOwnSide(loaded.reader, loaded.network.countries))
  const named = parameterOf(request.query, 'sides')
  const [own = ''] = loaded.network.countries
  const pair = pairs.find((each) => each.join('-') === named) ?? pairs[0] ?? [own, '']
  return { ...loaded, pair, pairs }
}

/** All that a ledger counts, as far as the reader may see it: ever, or in a period. */
export async function findCounted(
  context: Context,
  network: Pick<Network, 'id'>,
  tieId: string | null = null,
  period: Period | null = null,
) {
  const [visits, met, texts] = await Promise.all([
    listVisits(context, network.id, tieId, period),
    listMetExpectations(context, network.id, period),
    listTranslatedTexts(context, network.id, period),
  ])
  return { visits, met, texts }
}
