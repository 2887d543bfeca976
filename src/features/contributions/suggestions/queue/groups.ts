import type { Context } from '../../../../platform/context/context.ts'
import { listNetworks, type Network } from '../../../networks/index.ts'
import { mayCoordinate } from '../../policy.ts'
import { countWaiting } from '../queries.ts'

/** A group in whose queue the reader decides, and how many suggestions wait there. */
export interface CoordinatedGroup {
  network: Network
  waiting: number
}

/** The groups that the reader coordinates: the present one, and each other in which something waits. None for others. */
export async function listCoordinatedGroups(context: Context, here: Network): Promise<CoordinatedGroup[]> {
  const own = (await listNetworks(context)).filter(({ id }) => mayCoordinate(context.actor, id))
  if (!own.some(({ id }) => id === here.id)) return []
  const waiting = await countWaiting(
    context,
    own.map(({ id }) => id),
  )
  return own
    .map((network) => ({ network, waiting: waiting.get(network.id) ?? 0 }))
    .filter((group) => group.network.id === here.id || group.waiting > 0)
}
