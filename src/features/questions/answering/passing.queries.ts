import type { Context } from '../../../platform/context/context.ts'
import { listPeers, type Peer } from '../../contacts/index.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import type { Question } from '../questions/question.ts'
import type { AskedPeer } from '../routing/world.queries.ts'

/** Those who agreed to be asked and were not yet. */
export async function listUnasked(
  context: Context,
  networkId: string,
  asked: readonly AskedPeer[],
): Promise<Peer[]> {
  const before = new Set(asked.map(({ contactId }) => contactId))
  const peers = await listPeers(context, networkId)
  return peers.filter(({ contactId, consents }) => consents && !before.has(contactId))
}

/** The authorities to which the coordinator may put a question: where somebody may be asked, and who may read it; never the asker’s. */
export async function listPassable(
  context: Context,
  { networkId, asker, visibility, named }: Question,
  asked: readonly AskedPeer[],
): Promise<OrganisationRef[]> {
  const ids = (await listUnasked(context, networkId, asked)).map(({ organisationId }) => organisationId)
  const isWithin = (id: string) => visibility === 'group' || named.some((each) => each.id === id)
  const within = ids.filter((id) => id !== asker.id && isWithin(id))
  return [...(await listOrganisationRefs(context, within)).values()]
}
