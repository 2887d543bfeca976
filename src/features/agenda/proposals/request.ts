import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { mayModerateProposals } from '../policy.ts'
import type { Proposal } from './proposal.ts'
import { findProposal } from './queries.ts'

/** Loads the network of an address for those who moderate its proposals; 404 for others. */
export async function loadModeratorRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  return mayModerateProposals(loaded.writing.actor, loaded.network.id) ? loaded : notFound('proposals')
}

export interface ProposalRequest extends NetworkRequest {
  proposal: Proposal
}

/** Loads the proposal of an address for those who moderate it. */
export async function loadProposalRequest(visit: Visit): Promise<ProposalRequest> {
  const { request } = visit
  const loaded = await loadModeratorRequest(visit)
  const id = parameterOf(request.params, 'id') ?? ''
  return { ...loaded, proposal: await findProposal(loaded.writing, loaded.network.id, id) }
}
